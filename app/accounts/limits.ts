import { limit } from "~/lib/limit";

// By network address: an office of many may share one.
export const mayTrySignIn = limit(100, 15 * 60);
export const mayTryCode = limit(100, 15 * 60);
export const maySignUp = limit(40, 60 * 60);
export const mayAskForMail = limit(60, 60 * 60);

/** By mailbox: nobody is to be flooded with codes that they did not ask for. */
export const mayMailTo = limit(6, 60 * 60);

/** What a page says, and for how long a browser should wait, where a limit of this file is reached. */
export const WAIT_MINUTES = 15;

import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { emailKeyOf } from "../email-key";
import { mayAskForMail, mayMailTo } from "../limits";
import { askForSignInLink } from "../sign-in";
import { startWaiting, waitingFor } from "../waiting";

export const loader = page.public(() => redirect("/sign-in/code"));

/** Another code for the sign-in that this browser is in the middle of. */
export const action = page.public(async (visit) => {
  const { world, networkAddress } = visit;
  const waiting = waitingFor(visit, "signIn");
  if (!waiting) return redirect("/sign-in/link");
  const mayGoOn =
    (await mayAskForMail(world, networkAddress)) &&
    (await mayMailTo(world, emailKeyOf(waiting.email)));
  if (!mayGoOn) return redirect("/sign-in/code?done=wait");
  const attemptId = await askForSignInLink(world, waiting.email, visit);
  startWaiting(visit, { ...waiting, attemptId }, 10);
  return redirect("/sign-in/code?done=sentAgain");
});

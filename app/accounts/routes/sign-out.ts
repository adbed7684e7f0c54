import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { endPresentedSession } from "../start-session";
import { stopWaiting } from "../waiting";

export const loader = page.public(() => redirect("/"));

/** Ends this session on the server too, and clears what the browser kept. */
export const action = page.public(async (visit) => {
  const { world, setCookie } = visit;
  await endPresentedSession(visit);
  stopWaiting(visit);
  setCookie(world.sessions.createBlankSessionCookie().serialize());
  return redirect("/sign-in?done=signedOut");
});

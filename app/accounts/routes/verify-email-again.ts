import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { emailKeyOf } from "../email-key";
import { mayAskForMail, mayMailTo } from "../limits";
import { confirmAgain } from "../sign-up";
import { startWaiting, waitingFor } from "../waiting";

export const loader = page.public(() => redirect("/verify-email"));

/** Another code for the sign-up that this browser is in the middle of. */
export const action = page.public(async (visit) => {
  const { world, networkAddress } = visit;
  const waiting = waitingFor(visit, "confirmEmail");
  if (!waiting) return redirect("/sign-up");
  const mayGoOn =
    (await mayAskForMail(world, networkAddress)) &&
    (await mayMailTo(world, emailKeyOf(waiting.email)));
  if (!mayGoOn) return redirect("/verify-email?done=wait");
  const attemptId = await confirmAgain(world, waiting.email, visit);
  startWaiting(visit, { ...waiting, attemptId }, 24 * 60);
  return redirect("/verify-email?done=sentAgain");
});

import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { Button } from "~/ui/button";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { newestApplication } from "../applications/application";
import { mayWithdraw } from "../applications/rules";
import { withdrawApplication } from "../applications/withdraw";

export const meta = pageMeta({ title: "Withdraw your application" });

export const loader = page.signedIn(async ({ db, actor }) => {
  const application = await newestApplication(db, actor.personId);
  if (!application || !mayWithdraw(application.state)) throw redirect("/join");
  return null;
});

export const action = page.signedIn(async ({ db, actor, now }) => {
  const withdrawn = await withdrawApplication(db, actor.personId, now);
  return redirect(withdrawn.ok ? "/join?done=withdrawn" : "/join");
});

export default function Withdraw() {
  return (
    <div className="portal-measure">
      <BackLink href="/join">Back</BackLink>
      <Heading>Withdraw your application?</Heading>
      <p>
        We stop here and delete the files that you sent. Nothing is charged. You can apply again at
        any time.
      </p>
      <form method="post">
        <Button kind="warning">Withdraw my application</Button>
      </form>
      <p>
        <a href="/join">Keep my application</a>
      </p>
    </div>
  );
}

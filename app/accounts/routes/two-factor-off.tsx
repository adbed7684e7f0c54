import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { Button } from "~/ui/button";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { needFreshProof } from "../needs-fresh-proof";
import { turnOffTwoFactor } from "../two-factor";

export const meta = pageMeta({ title: "Turn off two-factor sign-in" });

export const loader = page.signedIn(async (visit) => {
  if (!visit.actor.hasTwoFactor || visit.actor.roles.size > 0)
    throw redirect("/account/security/two-factor");
  await needFreshProof(visit);
  return null;
});

export const action = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  const { world, actor } = visit;
  const done = await turnOffTwoFactor(world, actor.personId, actor.roles.size > 0, visit);
  return redirect(done.ok ? "/account/security?done=twoFactorOff" : "/account/security/two-factor");
});

export default function TwoFactorOff() {
  return (
    <div className="portal-measure">
      <BackLink href="/account/security/two-factor">Two-factor sign-in</BackLink>
      <Heading>Turn off two-factor sign-in</Heading>
      <p>Your password or your mailbox alone will then open your account.</p>
      <form method="post">
        <Button kind="warning">Turn off</Button>
      </form>
    </div>
  );
}

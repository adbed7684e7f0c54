import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { page } from "~/access";
import { Button } from "~/ui/button";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { needFreshProof } from "../needs-fresh-proof";
import { RecoveryCodesList } from "../recovery-codes-list";
import { renewRecoveryCodes } from "../two-factor";

export const meta = pageMeta({ title: "Recovery codes" });

export const loader = page.signedIn(async (visit) => {
  if (!visit.actor.hasTwoFactor) throw redirect("/account/security/two-factor");
  await needFreshProof(visit);
  return null;
});

export const action = page.signedIn(async (visit) => {
  if (!visit.actor.hasTwoFactor) throw redirect("/account/security/two-factor");
  await needFreshProof(visit);
  return { codes: await renewRecoveryCodes(visit.world, visit.actor.personId, visit) };
});

export default function RecoveryCodes() {
  const answer = useActionData<typeof action>();
  return (
    <div className="portal-measure">
      <BackLink href="/account/security/two-factor">Two-factor sign-in</BackLink>
      <Heading>{answer ? "Your new recovery codes" : "Get new recovery codes"}</Heading>
      {answer ? (
        <RecoveryCodesList codes={answer.codes} next="/account/security/two-factor" />
      ) : (
        <form method="post">
          <p>You get 10 new codes. The old ones stop working at once.</p>
          <Button>Make new codes</Button>
        </form>
      )}
    </div>
  );
}

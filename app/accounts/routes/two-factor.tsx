import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { page } from "~/access";
import { safeRedirect } from "~/lib/safe-redirect";
import { counted } from "~/lib/words";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { usePostedForm } from "~/ui/form/use-posted-form";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { CodeField } from "../fields";
import { appCode } from "../form-parts";
import { needFreshProof } from "../needs-fresh-proof";
import { recoveryCodesLeft } from "../queries/two-factor";
import { RecoveryCodesList } from "../recovery-codes-list";
import { startSession } from "../start-session";
import { turnOnTwoFactor } from "../two-factor";
import { secretOfSetup, setupOf, type TwoFactorSetup } from "../two-factor-setup";

export const meta = pageMeta({ title: "Two-factor sign-in" });

const schema = z.object({ setup: z.string().max(1000), code: appCode });

export const loader = page.signedIn(async (visit) => {
  const { world, db, actor, url } = visit;
  const isStaff = actor.roles.size > 0;
  const next = safeRedirect(url.searchParams.get("next"), "/account/security");
  if (actor.hasTwoFactor)
    return {
      kind: "on" as const,
      next,
      isStaff,
      left: await recoveryCodesLeft(db, actor.personId),
    };
  await needFreshProof(visit);
  return { kind: "off" as const, next, isStaff, setup: await setupOf(world, actor) };
});

export const action = page.signedIn(async (visit) => {
  await needFreshProof(visit);
  const { world, actor, form, realNow } = visit;
  const submission = parseWithZod(await form(), { schema });
  if (submission.status !== "success")
    return data({ submission: submission.reply({ hideFields: ["code"] }) }, { status: 400 });
  const { setup: sealed, code } = submission.value;
  const secret = secretOfSetup(world, sealed, actor.personId);
  if (!secret) throw redirect("/account/security/two-factor");
  const done = await turnOnTwoFactor(world, actor.personId, { secret, code }, visit);
  if (done.ok) {
    await startSession(visit, actor.personId, realNow.toString());
    return { codes: done.value };
  }
  if (done.error.reason === "alreadyOn") throw redirect("/account/security/two-factor");
  const fieldErrors = { code: ["Enter the 6 digits that your app shows now"] };
  const refused = submission.reply({ fieldErrors, hideFields: ["code"] });
  return data({ submission: refused, setup: await setupOf(world, actor, secret) }, { status: 422 });
});

interface Answer {
  codes?: string[];
  setup?: TwoFactorSetup;
}

export default function TwoFactor() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  if (answer?.codes)
    return (
      <div className="portal-measure">
        <Heading>Two-factor sign-in is on</Heading>
        <h2 className="nhsuk-heading-m">Keep your recovery codes</h2>
        <RecoveryCodesList codes={answer.codes} next={shown.next} />
      </div>
    );
  if (shown.kind === "on") return <Manage left={shown.left} isStaff={shown.isStaff} />;
  return <SetUp setup={answer?.setup ?? shown.setup} isStaff={shown.isStaff} />;
}

function SetUp({ setup, isStaff }: { setup: TwoFactorSetup; isStaff: boolean }) {
  const [form, fields] = usePostedForm<z.input<typeof schema>>("two-factor");
  return (
    <div className="portal-measure">
      <BackLink href="/account/security">Security</BackLink>
      <Heading>Set up two-factor sign-in</Heading>
      <p>
        {isStaff &&
          "Everybody who works in the office needs it, because the office sees members’ details. "}
        When you sign in, an app on your phone gives you a code. A stolen password alone is then
        worth nothing.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          Open an authenticator app on your phone, such as Google Authenticator, Microsoft
          Authenticator or your password manager.
        </li>
        <li>Add an account by scanning this picture, or by typing the key.</li>
        <li>Type the 6 digits that the app then shows.</li>
      </ol>
      <img
        src={setup.picture}
        width="220"
        height="220"
        alt="Code for the authenticator app: the same as the key below"
      />
      <p>
        Key: <code className="portal-copy">{setup.secret}</code>
      </p>
      <Form form={form}>
        <input type="hidden" name="setup" value={setup.sealed} />
        <CodeField field={fields.code} label="Code from the app" hint="6 digits" />
        <Button>Turn on</Button>
      </Form>
    </div>
  );
}

const Manage = ({ left, isStaff }: { left: number; isStaff: boolean }) => (
  <div className="portal-measure">
    <BackLink href="/account/security">Security</BackLink>
    <Heading>Two-factor sign-in</Heading>
    <p>It is on. You have {counted(left, "recovery code")} left.</p>
    <p>
      <ButtonLink kind="secondary" href="/account/security/recovery-codes">
        Get new recovery codes
      </ButtonLink>
    </p>
    {isStaff ? (
      <p>While you work for the office it stays on.</p>
    ) : (
      <p>
        <a href="/account/security/two-factor/off">Turn it off</a>
      </p>
    )}
  </div>
);

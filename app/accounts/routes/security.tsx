import { useLoaderData } from "@remix-run/react";
import { SummaryList } from "nhsuk-react-components";
import { page } from "~/access";
import { counted } from "~/lib/words";
import { Done } from "~/ui/done";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { accountOf } from "../queries/people";
import { sessionsOf } from "../queries/sessions";
import { recoveryCodesLeft } from "../queries/two-factor";
import { SettingsLine } from "../settings-line";

export const meta = pageMeta({ title: "Security" });

export const loader = page.signedIn(async ({ db, actor }) => {
  const { personId, hasTwoFactor } = actor;
  return {
    hasPassword: Boolean((await accountOf(db, personId))?.passwordHash),
    hasTwoFactor,
    codesLeft: hasTwoFactor ? await recoveryCodesLeft(db, personId) : 0,
    devices: (await sessionsOf(db, personId)).length,
  };
});

const DONE = {
  passwordChanged: "Your password was changed, and your other devices were signed out",
  twoFactorOff: "Two-factor sign-in is off",
};

export default function Security() {
  const { hasPassword, hasTwoFactor, codesLeft, devices } = useLoaderData<typeof loader>();
  const twoFactor = hasTwoFactor ? `On. ${counted(codesLeft, "recovery code")} left.` : "Off";
  return (
    <>
      <BackLink href="/account">Account</BackLink>
      <Heading>Security</Heading>
      <Done words={DONE} />
      <SummaryList>
        <SettingsLine
          name="Password"
          value={hasPassword ? "Set" : "None: you sign in by email"}
          href="/account/security/password"
          action={hasPassword ? "Change password" : "Choose a password"}
        />
        <SettingsLine
          name="Two-factor sign-in"
          value={twoFactor}
          href="/account/security/two-factor"
          action={hasTwoFactor ? "Manage two-factor sign-in" : "Set up two-factor sign-in"}
        />
        <SettingsLine
          name="Devices"
          value={`${counted(devices, "device")} signed in`}
          href="/account/devices"
          action="See devices"
        />
      </SummaryList>
    </>
  );
}

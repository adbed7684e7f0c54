import { SummaryList } from "nhsuk-react-components";
import { SettingsLine } from "./settings-line";

interface Addresses {
  email: string;
  backupEmail: string | null;
  isBackupConfirmed: boolean;
}

/** How somebody gets in and what is sent to them, each with the way to change it. */
export function AccountLinks({ addresses }: { addresses: Addresses }) {
  const { email, backupEmail, isBackupConfirmed } = addresses;
  const backup = backupEmail
    ? `${backupEmail}${isBackupConfirmed ? "" : " (not confirmed yet)"}`
    : "None";
  return (
    <SummaryList>
      <SettingsLine
        name="Email address"
        value={email}
        href="/account/email"
        action="Change email address"
      />
      <SettingsLine
        name="Backup email address"
        value={backup}
        href="/account/backup-email"
        action={backupEmail ? "Change backup address" : "Add backup address"}
      />
      <SettingsLine
        name="Security"
        value="Password, two-factor sign-in, devices"
        href="/account/security"
        action="Go to security"
      />
      <SettingsLine
        name="Emails from us"
        value="What we may write to you about"
        href="/account/preferences"
        action="Change email preferences"
      />
    </SummaryList>
  );
}

import { addressChanged, confirmBackup, confirmNewEmail, emailChangeRequested } from "./address";
import { alreadyHaveAccount, confirmEmail } from "./confirm-email";
import { accountMoveRequested, accountMoveStopped, breakGlassUsed } from "./office";
import { passwordChanged, resetPassword } from "./password";
import { newDevice, signInLink } from "./sign-in";
import { twoFactorChanged } from "./two-factor";

/** Every mail that this room sends. */
export const accountsEmails = {
  "accounts.confirmEmail": confirmEmail,
  "accounts.alreadyHaveAccount": alreadyHaveAccount,
  "accounts.signInLink": signInLink,
  "accounts.newDevice": newDevice,
  "accounts.resetPassword": resetPassword,
  "accounts.passwordChanged": passwordChanged,
  "accounts.confirmNewEmail": confirmNewEmail,
  "accounts.confirmBackup": confirmBackup,
  "accounts.emailChangeRequested": emailChangeRequested,
  "accounts.addressChanged": addressChanged,
  "accounts.twoFactorChanged": twoFactorChanged,
  "accounts.accountMoveRequested": accountMoveRequested,
  "accounts.accountMoveStopped": accountMoveStopped,
  "accounts.breakGlassUsed": breakGlassUsed,
};

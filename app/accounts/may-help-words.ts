import type { NotHelped } from "./may-help";

export const NOT_HELPED_WORDS: Record<NotHelped["reason"], string> = {
  ownAccount: "This is your own account. Ask a colleague.",
  staffAccount: "This is the account of a colleague. Only an administrator may do this.",
};

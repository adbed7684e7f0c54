import type { Settlement } from "~/settlements";
import { applicationLine, membershipLine } from "./line-facts";
import { provideCover, provideRenewal, withdrawCover } from "./provide";
import { settleApplication } from "./settle-application";
import { settleMembership } from "./settle-membership";

/** What a first payment does: number, spell, first term, welcome. */
export const applicationSettlement: Settlement = {
  settle: settleApplication,
  provide: async (trx, line, until, now) =>
    provideCover(trx, line, await applicationLine(trx, line), until, now),
  withdraw: async (trx, line, now) =>
    withdrawCover(trx, line, await applicationLine(trx, line), now),
};

/** What every later payment does: the next term, or a new spell after a gap. */
export const membershipSettlement: Settlement = {
  settle: settleMembership,
  provide: async (trx, line, until, now) =>
    provideRenewal(trx, line, await membershipLine(trx, line), until, now),
  withdraw: async (trx, line, now) =>
    withdrawCover(trx, line, await membershipLine(trx, line), now),
};

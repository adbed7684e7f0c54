import type { Kysely, Transaction } from "kysely";
import type { AccountsTables } from "./accounts/tables";
import type { BillingTables } from "./billing/tables";
import type { CpdTables } from "./cpd/tables";
import type { DbTables } from "./db/tables";
import type { DocumentsTables } from "./documents/tables";
import type { FilesTables } from "./files/tables";
import type { HistoryTables } from "./history/tables";
import type { JobsTables } from "./jobs/tables";
import type { MailTables } from "./mail/tables";
import type { MembershipTables } from "./membership/tables";
import type { OfficeTables } from "./office/tables";

/** The tables of the whole house, one interface from each room. */
export interface Schema
  extends AccountsTables,
    MembershipTables,
    BillingTables,
    CpdTables,
    DbTables,
    DocumentsTables,
    FilesTables,
    HistoryTables,
    JobsTables,
    MailTables,
    OfficeTables {}

export type Db = Kysely<Schema>;
/** What an act that composes with others takes: inside a transaction only this may be used. */
export type Trx = Transaction<Schema>;

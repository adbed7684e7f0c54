import type { Generated } from "kysely";

export interface OutboxTable {
  id: string;
  emailName: string;
  kind: "service" | "marketing";
  personId: string | null;
  toAddress: string;
  details: string;
  sealedDetails: string | null;
  state: "waiting" | "sent" | "failed";
  attempts: Generated<number>;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

export interface CaughtMailsTable {
  id: string;
  toAddress: string;
  subject: string;
  html: string;
  text: string;
  caughtAt: string;
}

export interface MailTables {
  outbox: OutboxTable;
  caughtMails: CaughtMailsTable;
}

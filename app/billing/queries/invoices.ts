import type { Db } from "~/schema";

/** What an invoice is for, in the words of its lines. */
export async function wordsOfInvoice(db: Db, invoiceId: string): Promise<string> {
  const lines = await db
    .selectFrom("invoiceLines")
    .select("words")
    .where("invoiceId", "=", invoiceId)
    .orderBy("position")
    .execute();
  return lines.map(({ words }) => words).join(", ");
}

export const linesOfInvoice = (db: Db, invoiceId: string) =>
  db
    .selectFrom("invoiceLines")
    .selectAll()
    .where("invoiceId", "=", invoiceId)
    .orderBy("position")
    .execute();

import type { Temporal } from "temporal-polyfill";
import { civilDateOf } from "~/lib/civil-date";
import { err, ok, type Result } from "~/lib/result";
import type { Db, Trx } from "~/schema";
import { newCode } from "./code";
import { codeOfSubject, issuedCode, putCode, setCodeWithdrawn } from "./queries";

interface Subject {
  /** What sort of paper: `receipt`, `cpdStatement`, `certificate`. */
  kind: string;
  subjectId: string;
}

/** The code that a paper prints on itself: the one it has, or a new one that `issueCode` then keeps. */
export async function codeToPrint(db: Db, { kind, subjectId }: Subject): Promise<string> {
  return (await codeOfSubject(db, kind, subjectId))?.code ?? newCode();
}

/**
 * Keeps a paper's code, so that anybody can check it. `words` say what it is to whoever checks ("CPD
 * statement of Amara Okafor for 2026"); `sha256` is that of the finished file. A paper issued again keeps
 * its code; one that was withdrawn stays so.
 */
export async function issueCode(
  trx: Trx,
  paper: Subject & { code?: string; words: string; sha256: string },
  now: Temporal.Instant,
): Promise<Result<string, { reason: "withdrawn" }>> {
  const { kind, subjectId, words, sha256 } = paper;
  const known = await codeOfSubject(trx, kind, subjectId);
  if (known?.withdrawnAt) return err({ reason: "withdrawn" });
  const code = known?.code ?? paper.code ?? newCode();
  const issuedOn = civilDateOf(now);
  await putCode(trx, { code, kind, subjectId, words, sha256, issuedOn, withdrawnAt: null });
  return ok(code);
}

/** From now on whoever checks the paper is told that it no longer counts. */
export async function withdrawCode(
  trx: Trx,
  { kind, subjectId }: Subject,
  now: Temporal.Instant,
): Promise<void> {
  await setCodeWithdrawn(trx, kind, subjectId, now.toString());
}

export interface Verified {
  code: string;
  words: string;
  issuedOn: string;
  sha256: string;
  withdrawnAt: string | null;
}

/** What a code stands for; undefined where it was never issued. */
export async function verify(db: Db, code: string): Promise<Verified | undefined> {
  const found = await issuedCode(db, code);
  if (!found) return undefined;
  const { words, issuedOn, sha256, withdrawnAt } = found;
  return { code, words, issuedOn, sha256, withdrawnAt };
}

import { addDays, isCivilDate, startOfDay } from "~/lib/civil-date";
import type { Db } from "~/schema";
import { type HistoryQuestion, peopleByAddress } from "./queries";

/** What the history page was asked, as its address says it. */
export interface AskedHistory {
  act: string;
  about: string;
  by: string;
  subject: string;
  from: string;
  to: string;
}

export function askedHistory({ searchParams }: URL): AskedHistory {
  const asked = (name: string) => searchParams.get(name)?.trim() ?? "";
  return {
    act: asked("act"),
    about: asked("about"),
    by: asked("by"),
    subject: asked("subject"),
    from: asked("from"),
    to: asked("to"),
  };
}

/** People are looked for by the start of an e-mail address; days are days in the UK, both included. */
export async function historyQuestion(db: Db, asked: AskedHistory): Promise<HistoryQuestion> {
  const { act, about, by, subject, from, to } = asked;
  const [kind, id] = subject.split("~");
  return {
    act: act || undefined,
    personIds: about ? await peopleByAddress(db, about) : undefined,
    actorIds: by ? await peopleByAddress(db, by) : undefined,
    subject: kind && id ? { kind, id } : undefined,
    from: isCivilDate(from) ? startOfDay(from).toString() : undefined,
    before: isCivilDate(to) ? startOfDay(addDays(to, 1)).toString() : undefined,
  };
}

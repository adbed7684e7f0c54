import { newestWording } from "~/accounts/queries/wordings";
import type { WordingKind } from "~/accounts/wordings";
import type { CivilDate } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";
import type { Db } from "~/schema";
import { htmlOfMarkdown } from "~/ui/markdown";

export interface Published {
  title: string;
  html: string;
  /** "Version 2, in force since 3 November 2026" */
  version: string;
}

/** A text of the association as it holds on a day; null where it has none yet. */
export async function published(
  db: Db,
  kind: WordingKind,
  date: CivilDate,
): Promise<Published | null> {
  const wording = await newestWording(db, kind, date);
  return (
    (wording && {
      title: wording.title,
      html: htmlOf(wording.id, wording.text),
      version: `Version ${wording.version}, in force since ${dateInWords(wording.inForceOn)}`,
    }) ??
    null
  );
}

// a version's text never changes, and there are few of them
const rendered = new Map<string, string>();

function htmlOf(id: string, text: string): string {
  const html = rendered.get(id) ?? htmlOfMarkdown(text, "association");
  rendered.set(id, html);
  return html;
}

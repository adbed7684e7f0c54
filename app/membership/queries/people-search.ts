import type { ExpressionBuilder } from "kysely";
import { searchKey } from "~/lib/search-key";
import type { Schema } from "~/schema";
import { parseMemberNumber } from "../member-number";

// After every text that starts like the one before it.
const LAST = "\u{10ffff}";

type Builder = ExpressionBuilder<Schema, "people">;

/** The people whose name, e-mail address or employer begins like a text, or whose number it is. Each part has its index. */
export function peopleLike(eb: Builder, text: string) {
  const key = searchKey(text);
  const email = text.trim().toLowerCase();
  const starting = (column: "nameKey" | "givenKey", from: string) =>
    eb
      .selectFrom("people as named")
      .select("named.id")
      .where(`named.${column}`, ">=", from)
      .where(`named.${column}`, "<", from + LAST);
  return starting("nameKey", key)
    .union(starting("givenKey", key))
    .union(
      eb
        .selectFrom("people as addressed")
        .select("addressed.id")
        .where("addressed.emailKey", ">=", email)
        .where("addressed.emailKey", "<", email + LAST),
    )
    .union(
      eb
        .selectFrom("employments")
        .select("employments.personId as id")
        .where("employments.employerKey", ">=", key)
        .where("employments.employerKey", "<", key + LAST),
    )
    .union(
      eb
        .selectFrom("members as numbered")
        .select("numbered.personId as id")
        .where("numbered.number", "=", parseMemberNumber(text) ?? -1),
    );
}

/** The people in whose name or employer some word begins like a text. It reads whole indexes: for when the beginnings found nobody. */
export function peopleWithWord(eb: Builder, text: string) {
  const pattern = `% ${searchKey(text).replace(/[%_]/g, "")}%`;
  return eb
    .selectFrom("people as worded")
    .select("worded.id")
    .where("worded.nameKey", "like", pattern)
    .union(
      eb
        .selectFrom("employments")
        .select("employments.personId as id")
        .where("employments.employerKey", "like", pattern),
    );
}

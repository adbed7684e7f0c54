import { type RawBuilder, sql } from "kysely";
import type { CivilDate } from "~/lib/civil-date";
import type { Standing } from "../standing";

/**
 * `standingFromCover` for a list: the standing on a day of a person whose `people` and `cover` rows the query joins, save that
 * it does not tell applicants from others without membership. A property test keeps the two in step.
 */
export function standingCase(date: CivilDate): RawBuilder<Standing> {
  const ended = sql`coalesce(case cover.ended_kind when 'remove' then cover.ended_on <= ${date} else cover.ended_on < ${date} end, 0)`;
  const provisional = sql`coalesce(cover.provisional_from <= ${date} and cover.provisional_until >= ${date}, 0)`;
  const rejoining = sql`(${ended} and ${provisional} and cover.provisional_from > cover.ended_on)`;
  return sql<Standing>`case
    when people.died_on <= ${date} then 'deceased'
    when ${ended} and not ${rejoining} and cover.ended_kind = 'remove' then 'removed'
    when cover.suspended_from <= ${date} and (cover.suspended_until is null or cover.suspended_until >= ${date}) then 'suspended'
    when ${rejoining} then 'provisional'
    when ${ended} then 'resigned'
    when cover.covered_from <= ${date} and cover.covered_until >= ${date} then 'current'
    when ${provisional} then 'provisional'
    when cover.covered_until <= ${date} and cover.grace_until >= ${date} then 'inGrace'
    when cover.covered_until <= ${date} then 'lapsed'
    else 'none' end`;
}

import { redirect } from "@remix-run/node";
import { page } from "~/access";
import { isRefused } from "~/guard/form";
import { civilDateOf } from "~/lib/civil-date";
import { peopleAsCsv, recordExport } from "../export-people";
import { readPeopleFilter } from "../people-filter";

export const loader = page.may("exportPeople")(() => redirect("/admin/members"));

export const action = page.may("exportPeople")(async ({ db, actor, form, now }) => {
  const filter = readPeopleFilter(await form());
  if (isRefused(filter.q)) return redirect("/admin/members");
  await recordExport(db, actor.personId, filter, now);
  return new Response(streamOf(peopleAsCsv(db, filter, now)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="members-${civilDateOf(now)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
});

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

import { useLoaderData } from "@remix-run/react";
import { Select, TextInput } from "nhsuk-react-components";
import { page } from "~/access";
import { readPlace } from "~/db/keyset";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { HistoryList } from "../history-list";
import { historyFound } from "../queries";
import { type AskedHistory, askedHistory, historyQuestion } from "../question";
import { ACT_WORDS } from "../words";

export const meta = pageMeta({ title: "History" });

export const loader = page.may("readHistory")(async ({ db, url }) => {
  const asked = askedHistory(url);
  const question = await historyQuestion(db, asked);
  return { asked, ...(await historyFound(db, question, readPlace(url.searchParams.get("after")))) };
});

export default function History() {
  const { asked, rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <Heading caption="Office">History</Heading>
      <p>Who did what, and when. Nothing here can be changed or taken away.</p>
      <Filter asked={asked} />
      {rows.length === 0 ? (
        <EmptyState heading="Nothing found">
          <p>Change the search to see other things that were done.</p>
        </EmptyState>
      ) : (
        <HistoryList rows={rows} />
      )}
      <Pager next={next} />
    </>
  );
}

const Filter = ({ asked }: { asked: AskedHistory }) => (
  <form className="portal-filter" method="get" aria-label="History">
    <Select id="act" name="act" label="What was done" defaultValue={asked.act}>
      <option value="">Anything</option>
      {ACTS.map(([act, words]) => (
        <option key={act} value={act}>
          {words}
        </option>
      ))}
    </Select>
    <TextInput id="about" name="about" label="About (email address)" defaultValue={asked.about} />
    <TextInput id="by" name="by" label="Done by (email address)" defaultValue={asked.by} />
    <TextInput id="from" name="from" label="From" type="date" defaultValue={asked.from} />
    <TextInput id="to" name="to" label="To" type="date" defaultValue={asked.to} />
    {asked.subject && <input type="hidden" name="subject" value={asked.subject} />}
    <Button kind="secondary">Show</Button>
  </form>
);

const ACTS = Object.entries(ACT_WORDS).sort(([, a], [, b]) => a.localeCompare(b, "en-GB"));

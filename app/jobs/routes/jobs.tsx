import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Table } from "nhsuk-react-components";
import type { ReactNode } from "react";
import { page } from "~/access";
import { counted, instantInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Scroll } from "~/ui/scroll";
import { failedJobs, jobFigures, lastSlots, unfinishedJobs } from "../queries/office";
import { retryJob } from "../retry";
import { nextRun } from "../schedule";

export const meta = pageMeta({ title: "Background work" });

export const loader = page.may("readJobs")(async ({ db, now }) => {
  const { schedule } = await import("~/work");
  const last = await lastSlots(db);
  return {
    now: now.toString(),
    figures: await jobFigures(db, now),
    failed: await failedJobs(db),
    unfinished: await unfinishedJobs(db),
    schedule: schedule.map(({ name, at }) => ({
      name,
      last: last.get(name),
      next: nextRun(at, now)?.toString(),
    })),
  };
});

export const action = page.may("readJobs")(async ({ db, form, actor, now }) => {
  const jobId = String((await form()).get("job") ?? "");
  const retried = await retryJob(db, jobId, actor.personId, now);
  return redirect(`/admin/jobs?done=${retried.ok ? "startedAnew" : retried.error.reason}`);
});

const DONE = {
  startedAnew: "The work was started anew",
  notFailed: "This work is no longer among what failed",
};

export default function Jobs() {
  const { now, figures, failed, unfinished, schedule } = useLoaderData<typeof loader>();
  return (
    <>
      <Heading caption="Office">Background work</Heading>
      <Done words={DONE} />
      <p>
        {`${counted(figures.failed, "piece")} of work failed and ${counted(figures.due, "piece")} `}
        waiting to be done now. Work that fails is tried again for about two days before it is given
        up.
      </p>
      <h2 className="nhsuk-heading-m">Given up</h2>
      <JobTable label="Given up" jobs={failed} when="Given up">
        {(job) => ({
          at: job.failedAt,
          last: (
            <form method="post">
              <input type="hidden" name="job" value={job.id} />
              <Button kind="secondary">Start anew</Button>
            </form>
          ),
        })}
      </JobTable>
      <h2 className="nhsuk-heading-m">Waiting or under way</h2>
      <JobTable label="Waiting or under way" jobs={unfinished} when="Due">
        {(job) => ({
          at: job.runAt,
          last: job.lockedUntil && job.lockedUntil > now ? "Under way" : "Waiting",
        })}
      </JobTable>
      <h2 className="nhsuk-heading-m">Comes round by itself</h2>
      <Scroll label="Comes round by itself">
        <Table>
          <Heads heads={["Work", "Last", "Next"]} />
          <Table.Body>
            {schedule.map(({ name, last, next }) => (
              <Table.Row key={name}>
                <Table.Cell>{name}</Table.Cell>
                <Table.Cell>{last ? instantInWords(last) : "Not yet"}</Table.Cell>
                <Table.Cell>{next ? instantInWords(next) : "Never"}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Scroll>
    </>
  );
}

interface Job {
  id: string;
  name: string;
  attempts: number;
  lastError: string | null;
}

interface JobTableProps<Row extends Job> {
  label: string;
  when: string;
  jobs: Row[];
  children: (job: Row) => { at: string | null; last: ReactNode };
}

function JobTable<Row extends Job>({ label, when, jobs, children }: JobTableProps<Row>) {
  if (jobs.length === 0) return <p>Nothing.</p>;
  return (
    <Scroll label={label}>
      <Table>
        <Heads heads={["Work", when, "Attempts", "Last problem", "State"]} />
        <Table.Body>
          {jobs.map((job) => {
            const { at, last } = children(job);
            return (
              <Table.Row key={job.id}>
                <Table.Cell>{job.name}</Table.Cell>
                <Table.Cell>{at && instantInWords(at)}</Table.Cell>
                <Table.Cell>{job.attempts}</Table.Cell>
                <Table.Cell>{job.lastError}</Table.Cell>
                <Table.Cell>{last}</Table.Cell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
    </Scroll>
  );
}

const Heads = ({ heads }: { heads: string[] }) => (
  <Table.Head>
    <Table.Row>
      {heads.map((head) => (
        <Table.Cell key={head}>{head}</Table.Cell>
      ))}
    </Table.Row>
  </Table.Head>
);

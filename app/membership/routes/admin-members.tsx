import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { may } from "~/accounts/policy";
import { isRefused } from "~/guard/form";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { type PeopleFilter, readPeopleFilter } from "../people-filter";
import { PeopleFilterForm } from "../people-filter-form";
import { listPeople } from "../people-list";
import { PeopleTable } from "../people-table";
import { allGrades } from "../queries/grades";

export const meta = pageMeta({ title: "Members" });

export const loader = page.may("readPeople")(async ({ db, actor, url, now }) => {
  const asked = readPeopleFilter(url.searchParams);
  const isPatientNumber = isRefused(asked.q);
  const filter = isPatientNumber ? { ...asked, q: "" } : asked;
  const after = url.searchParams.get("after") ?? undefined;
  return {
    filter,
    isPatientNumber,
    grades: await allGrades(db),
    people: isPatientNumber
      ? { rows: [], next: undefined }
      : await listPeople(db, filter, after, now),
    mayExport: may(actor.roles, "exportPeople"),
  };
});

export default function AdminMembers() {
  const { filter, grades, people, isPatientNumber, mayExport } = useLoaderData<typeof loader>();
  return (
    <>
      <Heading>Members</Heading>
      <PeopleFilterForm filter={filter} grades={grades} />
      {isPatientNumber && <PatientNumber />}
      {filter.sort !== "name" && (
        <p>
          People {filter.sort === "number" ? "without a number" : "who never had cover"} are not
          shown.
        </p>
      )}
      {people.rows.length > 0 && <PeopleTable people={people.rows} filter={filter} />}
      {people.rows.length === 0 && !isPatientNumber && (
        <EmptyState heading="Nobody found">
          <p>
            Try the start of a family name, a number such as 4217, or fewer filters.{" "}
            <a href="/admin/members">Show everybody</a>
          </p>
        </EmptyState>
      )}
      <Pager next={people.next} />
      {mayExport && people.rows.length > 0 && <Export filter={filter} />}
    </>
  );
}

const PatientNumber = () => (
  <EmptyState heading="That looks like a patient’s number">
    <p>It was not searched for, and nothing keeps it. The portal holds no patients.</p>
  </EmptyState>
);

const Export = ({ filter }: { filter: PeopleFilter }) => (
  <form method="post" action="/admin/members/export">
    {Object.entries(filter).map(([name, value]) =>
      value ? <input key={name} type="hidden" name={name} value={value} /> : null,
    )}
    <Button kind="secondary">Download this list as CSV</Button>
    <p className="nhsuk-hint">
      It holds personal data: keep it safe, and delete it when you have used it. History keeps that
      you took it.
    </p>
  </form>
);

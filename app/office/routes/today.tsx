import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { may, PERMISSIONS } from "~/accounts/policy";
import { civilDateOf } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { TodoList } from "~/ui/todo";
import { today } from "../today";

export const meta = pageMeta({ title: "Today in the office" });

export const loader = page.may("seeOffice")(async ({ db, actor, now }) => {
  const permissions = PERMISSIONS.filter((permission) => may(actor.roles, permission));
  return {
    date: dateInWords(civilDateOf(now)),
    todos: await today(db, permissions, now),
    mayReadPeople: permissions.includes("readPeople"),
  };
});

export default function Today() {
  const { date, todos, mayReadPeople } = useLoaderData<typeof loader>();
  return (
    <>
      <Heading caption={date}>What needs doing today</Heading>
      {mayReadPeople && <FindMember />}
      <div className="portal-measure">
        {todos.length > 0 ? (
          <Card>
            <TodoList items={todos} />
          </Card>
        ) : (
          <EmptyState heading="Nothing is waiting">
            <p>
              Applications, failed payments and anything that is stuck will be listed here. Put the
              kettle on.
            </p>
          </EmptyState>
        )}
      </div>
    </>
  );
}

const FindMember = () => (
  <form className="portal-filter" action="/admin/members" method="get">
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="find-member">
        Find a person by name, email or number
      </label>
      <input
        className="nhsuk-input nhsuk-input--width-20"
        id="find-member"
        name="q"
        type="search"
        autoComplete="off"
      />
    </div>
    <button className="nhsuk-button nhsuk-button--secondary" type="submit">
      Find
    </button>
  </form>
);

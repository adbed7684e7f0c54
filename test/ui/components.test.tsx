import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Card } from "~/ui/card";
import { EmptyState } from "~/ui/empty-state";
import { BackLink, Heading } from "~/ui/heading";
import { Pill } from "~/ui/pill";
import { ProgressBar } from "~/ui/progress-bar";
import { Scroll } from "~/ui/scroll";
import { TaskList } from "~/ui/task-list";
import { TodoList } from "~/ui/todo";

const doneWidth = (html: string) => /portal-bar__done" width="([\d.]+)%"/.exec(html)?.[1];

describe("a progress bar", () => {
  const bar = (done: number, target: number) =>
    renderToStaticMarkup(
      <ProgressBar label="Points" words="12.5 of 20" done={done} target={target} />,
    );

  test("says in words what it shows", () => {
    const html = bar(1250, 2000);
    expect(html).toContain('role="img"');
    expect(html).toContain('aria-label="Points: 12.5 of 20"');
    expect(doneWidth(html)).toBe("62.5");
  });

  test.each([
    [0, 2000, "0"],
    [2400, 2000, "100"],
    [-5, 2000, "0"],
    [0, 0, "100"],
  ])("%i of %i fills %s per cent", (done, target, width) => {
    expect(doneWidth(bar(done, target))).toBe(width);
  });

  test("carries no inline style, which the page's policy would drop", () => {
    expect(bar(1, 2)).not.toContain("style=");
  });
});

test("a heading reads its caption out as a part of it", () => {
  expect(renderToStaticMarkup(<Heading caption="Amara Okafor">Payments</Heading>)).toBe(
    '<h1 class="nhsuk-heading-l"><span class="portal-caption">Amara Okafor </span>Payments</h1>',
  );
});

test("a card's heading is one level below the page's", () => {
  expect(renderToStaticMarkup(<Card heading="To do">x</Card>)).toContain("<h2");
});

test("a task that cannot be started yet is no link", () => {
  const html = renderToStaticMarkup(
    <TaskList
      tasks={[
        { title: "About you", href: "/join/apply", status: "Completed", isDone: true },
        { title: "Pay", status: "Cannot start yet" },
      ]}
    />,
  );
  expect(html).toContain('href="/join/apply"');
  expect(html).toContain("<div>Pay</div>");
  expect(html.match(/status--completed/g)).toHaveLength(1);
});

test("a table's frame can be reached by keyboard and has a name", () => {
  const html = renderToStaticMarkup(<Scroll label="Payments">x</Scroll>);
  expect(html).toContain('tabindex="0"');
  expect(html).toContain('aria-label="Payments"');
});

test("what only informs is marked as quiet in the to-do list", () => {
  const html = renderToStaticMarkup(
    <TodoList
      items={[
        { href: "/a", title: "Pay", about: "Today" },
        { href: "/b", title: "Look", isQuiet: true },
      ]}
    />,
  );
  expect(html.match(/portal-todo__quiet/g)).toHaveLength(1);
  expect(html.match(/portal-todo__about/g)).toHaveLength(1);
});

test("typed text is escaped wherever it is shown", () => {
  const nasty = "<script>alert(1)</script>";
  const html = renderToStaticMarkup(
    <>
      <Pill>{nasty}</Pill>
      <BackLink href="/">{nasty}</BackLink>
      <EmptyState heading={nasty}>{nasty}</EmptyState>
    </>,
  );
  expect(html).not.toContain("<script");
});

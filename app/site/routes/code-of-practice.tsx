import { useLoaderData } from "@remix-run/react";
import { notFound, page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Prose } from "~/ui/prose";
import { published } from "../published";

export const meta = pageMeta({
  title: "Code of practice",
  description: "What every member promises about how they work with people.",
  index: true,
});

export const loader = page.public(async ({ db, now }) => {
  const code = await published(db, "codeOfPractice", civilDateOf(now));
  if (!code) throw notFound();
  return code;
});

export default function CodeOfPractice() {
  const { title, html, version } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>{title}</Heading>
      <p className="portal-lede">Every member accepts this code when joining and works by it.</p>
      <Prose html={html} />
      <p className="nhsuk-u-secondary-text-colour">{version}</p>
    </div>
  );
}

import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { dateInWords, minutesInWords, pointsInWords } from "~/lib/words";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Done } from "~/ui/done";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pill } from "~/ui/pill";
import { Scroll } from "~/ui/scroll";
import { cpdRules } from "../rules";
import { points } from "../words";

export const meta = pageMeta({ title: "CPD rules" });

export const loader = page.may("editCpdRules")(({ db, now }) => cpdRules(db, now));

const DONE = {
  requirementSaved: "Requirement saved",
  requirementConfirmed: "Requirement confirmed",
  categorySaved: "Kind of activity saved",
};

type Rules = Awaited<ReturnType<typeof loader>>;

export default function AdminRules() {
  const { inForce, requirements, categories } = useLoaderData<typeof loader>();
  return (
    <>
      <Done words={DONE} />
      <Heading>CPD rules</Heading>
      {inForce && <InForce requirement={inForce} />}
      <ButtonLink href="/admin/cpd/requirement">Change the requirement</ButtonLink>
      <Versions requirements={requirements} inForceId={inForce?.id} />
      <h2 className="nhsuk-heading-m">Kinds of activity</h2>
      <Categories categories={categories} />
      <ButtonLink kind="secondary" href="/admin/cpd/categories/new">
        Add a kind of activity
      </ButtonLink>
    </>
  );
}

const InForce = ({ requirement }: { requirement: NonNullable<Rules["inForce"]> }) => (
  <Card heading="A membership year that starts today asks for">
    <p>
      {points(requirement.pointsHundredths)}, of which {minutesInWords(requirement.formalMinutes)}{" "}
      of formal learning. 1 hour is {points(requirement.pointsPerHourHundredths)}, in steps of{" "}
      {pointsInWords(requirement.stepHundredths)}.
    </p>
    {requirement.note && <p>Members read: {requirement.note}</p>}
    {requirement.isConfirmed === 0 && (
      <form method="post" action={`/admin/cpd/requirement/${requirement.id}/confirm`}>
        {!requirement.note && <p>Members read: To be confirmed by the association.</p>}
        <Button kind="secondary">Confirm these numbers</Button>
      </form>
    )}
  </Card>
);

const Versions = ({
  requirements,
  inForceId,
}: Pick<Rules, "requirements"> & { inForceId: string | undefined }) => (
  <Scroll label="Versions of the requirement">
    <table className="nhsuk-table">
      <caption className="nhsuk-table__caption">Versions of the requirement</caption>
      <thead>
        <tr>
          <th scope="col">For years that start from</th>
          <th scope="col">Version</th>
          <th scope="col">Points</th>
          <th scope="col">Formal</th>
          <th scope="col">Points for an hour</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {requirements.map((row) => (
          <tr key={row.id}>
            <th scope="row">{dateInWords(row.fromOn)}</th>
            <td>{row.version}</td>
            <td>{pointsInWords(row.pointsHundredths)}</td>
            <td>{minutesInWords(row.formalMinutes)}</td>
            <td>{pointsInWords(row.pointsPerHourHundredths)}</td>
            <td>
              <Pill tone={row.id === inForceId ? "good" : "plain"}>
                {row.id === inForceId ? "In force" : "Kept"}
              </Pill>{" "}
              {row.isConfirmed === 0 && <Pill tone="waiting">To be confirmed</Pill>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

const Categories = ({ categories }: Pick<Rules, "categories">) => (
  <ul className="portal-lines">
    {categories.map(({ id, name, hint, isFormalByDefault, retiredOn }) => (
      <li key={id}>
        <a href={`/admin/cpd/categories/${id}`}>{name}</a>
        <span className="portal-lines__about">{hint}</span>
        {isFormalByDefault === 1 && <Pill>Usually formal</Pill>}
        {retiredOn && <Pill tone="ended">No longer used since {dateInWords(retiredOn)}</Pill>}
      </li>
    ))}
  </ul>
);

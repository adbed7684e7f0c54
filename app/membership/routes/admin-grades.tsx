import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { ButtonLink } from "~/ui/button";
import { Done } from "~/ui/done";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pill } from "~/ui/pill";
import { Scroll } from "~/ui/scroll";
import { priceInWords } from "../joining/words";
import { allGrades, pricesOn } from "../queries/grades";

export const meta = pageMeta({ title: "Grades and prices" });

export const loader = page.may("editGrades")(async ({ db, now }) => {
  const prices = await pricesOn(db, civilDateOf(now));
  const grades = await allGrades(db);
  return grades.map((grade) => ({
    ...grade,
    prices: prices.filter(({ gradeId }) => gradeId === grade.id).map(priceInWords),
  }));
});

type GradeRow = ReturnType<typeof useLoaderData<typeof loader>>[number];

export default function AdminGrades() {
  const grades = useLoaderData<typeof loader>();
  return (
    <>
      <Heading>Grades and prices</Heading>
      <Done
        words={{ gradeSaved: "Grade saved", retired: "Grade retired", back: "Grade brought back" }}
      />
      {grades.length === 0 ? (
        <EmptyState heading="No grades yet">
          <p>A grade is what people join as. Add the first one and give it a price.</p>
        </EmptyState>
      ) : (
        <Scroll label="Grades">
          <table className="nhsuk-table">
            <thead>
              <tr>
                <th scope="col">Grade</th>
                <th scope="col">Price today</th>
                <th scope="col">Approved</th>
                <th scope="col">Evidence</th>
              </tr>
            </thead>
            <tbody>
              {grades.map((grade) => (
                <Row key={grade.id} grade={grade} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <ButtonLink href="/admin/grades/new">Add a grade</ButtonLink>
    </>
  );
}

const Row = ({ grade }: { grade: GradeRow }) => (
  <tr>
    <td>
      <a href={`/admin/grades/${grade.id}`}>{grade.name}</a>{" "}
      {grade.retiredOn && <Pill tone="ended">Retired</Pill>}
    </td>
    <td>{grade.prices.length > 0 ? grade.prices.join(" or ") : "None: nobody can join"}</td>
    <td>{grade.review === "automatic" ? "At once" : "By the office"}</td>
    <td>{grade.evidence ? "Asked for" : "Not asked for"}</td>
  </tr>
);

import { page } from "~/access";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { ANSWERS } from "../answers";

export const meta = pageMeta({
  title: "Help",
  description: "Answers about joining, paying, signing in and your CPD record.",
  index: true,
});

export const loader = page.public(() => null);

export default function Help() {
  return (
    <div className="portal-measure">
      <Heading>Help</Heading>
      {ANSWERS.map(({ about, questions }) => (
        <section key={about}>
          <h2 className="nhsuk-heading-m">{about}</h2>
          {questions.map(({ question, answer }) => (
            <details className="nhsuk-details" key={question}>
              <summary className="nhsuk-details__summary">{question}</summary>
              <div className="nhsuk-details__text">{answer}</div>
            </details>
          ))}
        </section>
      ))}
      <h2 className="nhsuk-heading-m">Something else</h2>
      <p>
        <a href="/contact">Ask the office</a>. There are no silly questions.
      </p>
    </div>
  );
}

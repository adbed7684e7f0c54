import { SummaryList } from "nhsuk-react-components";
import { dateInWords, instantInWords } from "~/lib/words";
import { AnswersSummary } from "./answers-summary";
import type { ApplicationEvent, applicationForOffice } from "./application-for-office";
import { ApplicationPill } from "./application-pill";
import { DECISION_WORDS } from "./words";

type Shown = NonNullable<Awaited<ReturnType<typeof applicationForOffice>>> & {
  mayDecide: boolean;
};

/** An application as the office reads it, from what matters for deciding downwards. */
export const ApplicationRecord = (shown: Shown) => (
  <div className="portal-measure">
    <Facts {...shown} />
    {shown.note && <Said heading="A note from the applicant" text={shown.note} />}
    {shown.evidenceAsked && <Evidence {...shown} />}
    {shown.events.length > 0 && <Events events={shown.events} />}
    {shown.isSaid ? (
      <>
        <AnswersSummary step="about" rows={shown.groups.about} heading="About the applicant" />
        <AnswersSummary step="work" rows={shown.groups.work} heading="Their work" />
        <AnswersSummary
          step="agreements"
          rows={shown.groups.agreements}
          heading="What they agreed to"
        />
      </>
    ) : (
      <p>What was filled in has been deleted, as the application has ended.</p>
    )}
    <Person {...shown} />
  </div>
);

const Facts = (shown: Shown) => (
  <SummaryList>
    <Row label="State">
      <ApplicationPill state={shown.state} />
      {shown.hasBegun && " Paid"}
    </Row>
    <Row label="Sent">{shown.submittedAt ? instantInWords(shown.submittedAt) : "Not sent yet"}</Row>
    <Row label="Grade">{shown.gradeName}</Row>
    <Row label="Price">{shown.priceWords}</Row>
    {!shown.hasBegun && ["draft", "moreWanted", "approved"].includes(shown.state) && (
      <Row label="Ends by itself after">{dateInWords(shown.expiresOn)}</Row>
    )}
  </SummaryList>
);

const Row = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <SummaryList.Row>
    <SummaryList.Key>{label}</SummaryList.Key>
    <SummaryList.Value>{children}</SummaryList.Value>
  </SummaryList.Row>
);

const Said = ({ heading, text }: { heading: string; text: string }) => (
  <section>
    <h2 className="nhsuk-heading-m">{heading}</h2>
    <blockquote className="portal-quote">{text}</blockquote>
  </section>
);

const Evidence = ({ id, evidence, evidenceAsked, mayDecide }: Shown) => (
  <section>
    <h2 className="nhsuk-heading-m">Evidence</h2>
    <p>{`This grade asks for: ${evidenceAsked}`}</p>
    {evidence.length === 0 && <p>No file is kept. Files are deleted when a decision is made.</p>}
    {evidence.length > 0 && (
      <ul>
        {evidence.map((file) => (
          <li key={file.id}>
            {mayDecide ? (
              <a href={`/admin/applications/${id}/evidence/${file.id}`}>{file.name}</a>
            ) : (
              `${file.name} (only those who decide can open it)`
            )}
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Events = ({ events }: { events: ApplicationEvent[] }) => (
  <section>
    <h2 className="nhsuk-heading-m">What has happened</h2>
    <ol>
      {events.map(({ id, at, kind, by, text }) => (
        <li key={id}>
          <strong>{kind === "answer" ? "The applicant answered" : DECISION_WORDS[kind]}</strong>
          {`, ${instantInWords(at)}${by ? `, by ${by}` : ""}`}
          {text && <blockquote className="portal-quote">{text}</blockquote>}
        </li>
      ))}
    </ol>
  </section>
);

const Person = ({ person, personId, others }: Shown) => (
  <section>
    <h2 className="nhsuk-heading-m">The person</h2>
    <SummaryList>
      <Row label="Email">{person.email}</Row>
      <Row label="Member number">{person.memberNumber ?? "Never a member"}</Row>
      <Row label="First joined">
        {person.firstJoinedOn ? dateInWords(person.firstJoinedOn) : "Not yet"}
      </Row>
      <Row label="Employer on record">{person.employerName ?? "None"}</Row>
    </SummaryList>
    <p>
      <a href={`/admin/members/${personId}`}>See the person’s page</a>
    </p>
    {others.length > 0 && (
      <>
        <h3 className="nhsuk-heading-s">Other applications</h3>
        <ul>
          {others.map((other) => (
            <li key={other.id}>
              <a href={`/admin/applications/${other.id}`}>
                {`Begun ${instantInWords(other.startedAt)}`}
              </a>{" "}
              <ApplicationPill state={other.state ?? "draft"} />
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

import { Fragment, type ReactNode } from "react";
import { employerKindInWords } from "~/accounts/contact-choices";
import { ROLE_WORDS } from "~/accounts/policy";
import { formatPence } from "~/lib/money";
import { dateInWords, instantInWords, pointsInWords } from "~/lib/words";
import { STATE_WORDS } from "~/membership/joining/words";
import { StandingTag } from "~/membership/standing-tag";
import { Scroll } from "~/ui/scroll";
import type { PersonPage } from "./person-page";

/** What is known, one line each; a line without a value is left out. */
const Facts = ({ rows }: { rows: [label: string, value: ReactNode][] }) => (
  <dl className="nhsuk-summary-list">
    {rows
      .filter(([, value]) => value)
      .map(([label, value]) => (
        <div className="nhsuk-summary-list__row" key={label}>
          <dt className="nhsuk-summary-list__key">{label}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
        </div>
      ))}
  </dl>
);

export const MembershipFacts = ({ data: { membership } }: { data: PersonPage }) => (
  <Facts
    rows={[
      [
        "Standing",
        <Fragment key="standing">
          <StandingTag standing={membership.standing} />
          <span className="portal-lines__about">{membership.words}</span>
        </Fragment>,
      ],
      ["Number", membership.number],
      ["Grade", membership.gradeName],
      ["First joined", membership.firstJoinedOn && dateInWords(membership.firstJoinedOn)],
    ]}
  />
);

export const ContactFacts = ({ data: { person, employment } }: { data: PersonPage }) => (
  <Facts
    rows={[
      [
        "Email",
        <a key="email" href={`mailto:${person.email}`}>
          {person.email}
        </a>,
      ],
      ["Email confirmed", person.emailVerifiedAt ? instantInWords(person.emailVerifiedAt) : "No"],
      ["Backup email", person.backupEmail],
      ["Job title", person.jobTitle],
      ["Employer", employment?.employerName],
      ["Kind of employer", employerKindInWords(employment?.kind)],
      ["Nation", person.nation],
      ["Region", person.region],
      ["Died", person.diedOn && dateInWords(person.diedOn)],
    ]}
  />
);

export const SignInFacts = ({ data: { signIn, roles } }: { data: PersonPage }) => (
  <Facts
    rows={[
      [
        "Account",
        signIn.accountCreatedAt ? `Since ${instantInWords(signIn.accountCreatedAt)}` : "None",
      ],
      ["Last seen", signIn.lastSeenAt ? instantInWords(signIn.lastSeenAt) : "Not signed in now"],
      ["Two-factor sign-in", signIn.twoFactorAt ? "Set up" : "Not set up"],
      ["Roles", roles.map(roleInWords).join(", ")],
    ]}
  />
);

const roleInWords = ({ role, toOn }: PersonPage["roles"][number]): string =>
  toOn ? `${ROLE_WORDS[role]} (until ${dateInWords(toOn)})` : ROLE_WORDS[role];

const PAYMENT_WORDS = { pending: "Under way", succeeded: "Paid", failed: "Failed" } as const;

export const Payments = ({ payments }: { payments: NonNullable<PersonPage["payments"]> }) => (
  <Scroll label="Payments">
    <table className="nhsuk-table">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">For</th>
          <th scope="col">Outcome</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <tr key={payment.id}>
            <td>
              <a href={`/admin/money/payments/${payment.id}`}>
                {instantInWords(payment.createdAt)}
              </a>
            </td>
            <td>{payment.words}</td>
            <td>
              {PAYMENT_WORDS[payment.state]}
              {payment.refundedPence ? `, ${formatPence(payment.refundedPence)} given back` : ""}
            </td>
            <td className="portal-table__number">{formatPence(payment.pence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

export const Cpd = ({ cpd }: { cpd: NonNullable<PersonPage["cpd"]> }) => (
  <p>
    {pointsInWords(cpd.soFar.pointsHundredths)} points from {cpd.soFar.activities} activities in the
    year that ends on {dateInWords(cpd.cycle.endsOn)}. The target is{" "}
    {cpd.isMet ? "met" : "not met yet"}.
  </p>
);

export const Applications = ({
  applications,
}: {
  applications: NonNullable<PersonPage["applications"]>;
}) => (
  <ul className="portal-lines">
    {applications.map(({ id, state, gradeName, startedAt, submittedAt }) => (
      <li key={id}>
        <a href={`/admin/applications/${id}`}>
          {gradeName ?? "No grade chosen yet"}: {STATE_WORDS[state ?? "draft"]}
        </a>
        <span className="portal-lines__about">
          {submittedAt
            ? `Sent ${instantInWords(submittedAt)}`
            : `Begun ${instantInWords(startedAt)}`}
        </span>
      </li>
    ))}
  </ul>
);

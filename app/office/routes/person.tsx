import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { notFound, page } from "~/access";
import { HistoryList } from "~/history/history-list";
import { TermTable } from "~/membership/term-table";
import { ButtonLink } from "~/ui/button";
import { Done } from "~/ui/done";
import { BackLink, Heading } from "~/ui/heading";
import { metaTags } from "~/ui/meta";
import { type PersonPage, personPage } from "../person-page";
import {
  Applications,
  ContactFacts,
  Cpd,
  MembershipFacts,
  Payments,
  SignInFacts,
} from "../person-sections";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  metaTags({ title: data?.name ?? "Person" }, { matches });

export const loader = page.may("readPeople")(async ({ db, actor, params, now }) => {
  const data = await personPage(db, actor, params.id ?? "", now);
  if (!data) throw notFound();
  return data;
});

const DONE = {
  granted: "Membership given",
  corrected: "Dates corrected",
  suspended: "Member suspended",
  lifted: "Suspension lifted",
  ended: "Membership ended",
  death: "Death recorded",
  details: "Details saved",
  accountMoveRequested: "The move is planned, and everybody concerned has been told",
  twoFactorReset: "Two-factor sign-in is reset, and the person has been told",
};

export default function AdminPerson() {
  const data: PersonPage = useLoaderData<typeof loader>();
  const { person, lines, payments, applications, cpd, history } = data;
  const at = `/admin/members/${person.id}`;
  return (
    <>
      <BackLink href="/admin/members">Members</BackLink>
      <Heading caption={data.membership.number ?? undefined}>{data.name}</Heading>
      <Done words={DONE} />
      <h2 className="nhsuk-heading-m">Membership</h2>
      <MembershipFacts data={data} />
      {lines.length > 0 && (
        <TermTable
          lines={lines}
          correctAt={data.may.grant ? (termId) => `${at}/terms/${termId}` : undefined}
        />
      )}
      <Acts data={data} at={at} />
      <h2 className="nhsuk-heading-m">Person</h2>
      <ContactFacts data={data} />
      {data.may.edit && <a href={`${at}/details`}>Edit details</a>}
      {payments && payments.length > 0 && (
        <Section heading="Payments">
          <Payments payments={payments} />
        </Section>
      )}
      {applications && applications.length > 0 && (
        <Section heading="Applications">
          <Applications applications={applications} />
        </Section>
      )}
      {cpd && (
        <Section heading="CPD">
          <Cpd cpd={cpd} />
        </Section>
      )}
      <Section heading="Signing in">
        <SignInFacts data={data} />
        {data.may.move && (
          <p>
            <a href={`${at}/move-account`}>Move the account to a new address</a>
          </p>
        )}
        {data.may.move && data.signIn.twoFactorAt && (
          <p>
            <a href={`${at}/reset-two-factor`}>Take two-factor sign-in off</a>
          </p>
        )}
      </Section>
      {history && history.length > 0 && (
        <Section heading="History">
          <HistoryList rows={history} />
          <a href={`/admin/history?about=${encodeURIComponent(person.email)}`}>
            See all of this person’s history
          </a>
        </Section>
      )}
    </>
  );
}

const Section = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <>
    <h2 className="nhsuk-heading-m nhsuk-u-margin-top-5">{heading}</h2>
    {children}
  </>
);

function Acts({ data, at }: { data: PersonPage; at: string }) {
  if (!data.may.grant || data.person.diedOn) return null;
  const { standing, isSuspended } = data.membership;
  const isMember = !["none", "applicant", "resigned", "removed"].includes(standing);
  return (
    <div className="nhsuk-button-group">
      <ButtonLink kind="secondary" href={`${at}/grant`}>
        Give membership
      </ButtonLink>
      {isMember && (
        <ButtonLink kind="secondary" href={`${at}/suspend`}>
          {isSuspended ? "Lift suspension" : "Suspend"}
        </ButtonLink>
      )}
      {isMember && (
        <ButtonLink kind="secondary" href={`${at}/end`}>
          End membership
        </ButtonLink>
      )}
      <ButtonLink kind="secondary" href={`${at}/death`}>
        Record a death
      </ButtonLink>
    </div>
  );
}

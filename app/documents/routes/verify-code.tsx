import { data, type HeadersFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InsetText, SummaryList, WarningCallout } from "nhsuk-react-components";
import { page } from "~/access";
import { limit } from "~/lib/limit";
import { dateInWords, instantInWords } from "~/lib/words";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { readCode } from "../code";
import { type Verified, verify } from "../verification";

export const meta = pageMeta({ title: "A document’s code" });

const SECONDS = 60;
const mayCheck = limit(30, SECONDS);

type Answer = { kind: "found"; document: Verified } | { kind: "unknown" } | { kind: "tooOften" };

export const loader = page.public(async ({ world, db, params, networkAddress }) => {
  if (!(await mayCheck(world, networkAddress)))
    return data<Answer>(
      { kind: "tooOften" },
      { status: 429, headers: { "Retry-After": String(SECONDS) } },
    );
  const typed = params.code ?? "";
  const code = readCode(typed);
  if (code && code !== typed) throw redirect(`/verify/${code}`);
  const document = code && (await verify(db, code));
  return document
    ? data<Answer>({ kind: "found", document })
    : data<Answer>({ kind: "unknown" }, { status: 404 });
});

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function VerifyCode() {
  const answer = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/verify">Check another document</BackLink>
      {answer.kind === "found" && <Found document={answer.document} />}
      {answer.kind === "unknown" && <Unknown />}
      {answer.kind === "tooOften" && <TooOften />}
    </>
  );
}

function Found({ document }: { document: Verified }) {
  const { code, words, issuedOn, sha256, withdrawnAt } = document;
  return (
    <>
      <Heading>{withdrawnAt ? "This document was withdrawn" : "This document is real"}</Heading>
      {withdrawnAt && (
        <WarningCallout>
          <WarningCallout.Heading>It no longer counts</WarningCallout.Heading>
          <p>{`We withdrew it on ${instantInWords(withdrawnAt)}.`}</p>
        </WarningCallout>
      )}
      <SummaryList>
        <Fact label="What it is" value={words} />
        <Fact label="Issued" value={dateInWords(issuedOn)} />
        <Fact label="Code" value={code} />
        <Fact label="Fingerprint of the file (SHA-256)" value={sha256} />
      </SummaryList>
      <InsetText>
        <p>
          Compare what you have with what stands here. A copy of the file whose fingerprint differs
          was changed after we issued it.
        </p>
      </InsetText>
    </>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <SummaryList.Row>
    <SummaryList.Key>{label}</SummaryList.Key>
    <SummaryList.Value className="portal-breakable">{value}</SummaryList.Value>
  </SummaryList.Row>
);

const Unknown = () => (
  <>
    <Heading>We issued no document with this code</Heading>
    <p>
      Check the code for typing mistakes. If it stands like this on a document, the document did not
      come from us: please tell us through the contact page.
    </p>
  </>
);

const TooOften = () => (
  <>
    <Heading>Too many codes were checked from here</Heading>
    <p>Wait a minute, then reload this page.</p>
  </>
);

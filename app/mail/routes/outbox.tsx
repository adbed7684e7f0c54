import { useLoaderData } from "@remix-run/react";
import { Select, Table, TextInput } from "nhsuk-react-components";
import { page } from "~/access";
import { readPlace } from "~/db/keyset";
import { instantInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { Pill } from "~/ui/pill";
import { Scroll } from "~/ui/scroll";
import { emailNameInWords, STATE_TONES, STATE_WORDS } from "../mail-words";
import { mailsFound } from "../queries";
import type { OutboxTable } from "../tables";

export const meta = pageMeta({ title: "Mail" });

const STATES = Object.keys(STATE_WORDS) as OutboxTable["state"][];

export const loader = page.may("readMail")(async ({ db, url }) => {
  const { emails } = await import("~/emails");
  const asked = (name: string) => url.searchParams.get(name)?.trim() || undefined;
  const state = STATES.find((one) => one === asked("state"));
  const question = { address: asked("address"), emailName: asked("email"), state };
  const found = await mailsFound(db, question, readPlace(asked("after")));
  return { question, names: Object.keys(emails).sort(), found };
});

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Outbox() {
  const { question, names, found } = useLoaderData<typeof loader>();
  return (
    <>
      <Heading caption="Office">Mail</Heading>
      <p>
        Every email that the portal has written, newest first.{" "}
        <a href="/admin/mail/templates">Every mail there is, with a sample</a>
      </p>
      <Filter question={question} names={names} />
      {found.rows.length === 0 ? (
        <EmptyState heading="No mail found">
          <p>Emails appear here as soon as they are written. Change the search to see others.</p>
        </EmptyState>
      ) : (
        <MailTable mails={found.rows} />
      )}
      <Pager next={found.next} />
    </>
  );
}

const Filter = ({ question, names }: Pick<Found, "question" | "names">) => (
  <form className="portal-filter" method="get" aria-label="Mail">
    <TextInput
      id="address"
      name="address"
      label="Address starts with"
      defaultValue={question.address}
    />
    <Select id="email" name="email" label="Which mail" defaultValue={question.emailName ?? ""}>
      <option value="">All</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {emailNameInWords(name)}
        </option>
      ))}
    </Select>
    <Select id="state" name="state" label="State" defaultValue={question.state ?? ""}>
      <option value="">All</option>
      {STATES.map((state) => (
        <option key={state} value={state}>
          {STATE_WORDS[state]}
        </option>
      ))}
    </Select>
    <Button kind="secondary">Show</Button>
  </form>
);

/** Mails as a table, each leading to its page. */
const MailTable = ({ mails }: { mails: Found["found"]["rows"] }) => (
  <Scroll label="Mail">
    <Table>
      <Table.Head>
        <Table.Row>
          <Table.Cell>Mail</Table.Cell>
          <Table.Cell>To</Table.Cell>
          <Table.Cell>Written</Table.Cell>
          <Table.Cell>State</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {mails.map((mail) => (
          <Table.Row key={mail.id}>
            <Table.Cell>
              <a href={`/admin/mail/${mail.id}`}>{emailNameInWords(mail.emailName)}</a>
            </Table.Cell>
            <Table.Cell>{mail.toAddress}</Table.Cell>
            <Table.Cell>{instantInWords(mail.createdAt)}</Table.Cell>
            <Table.Cell>
              <Pill tone={STATE_TONES[mail.state]}>{STATE_WORDS[mail.state]}</Pill>
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </Scroll>
);

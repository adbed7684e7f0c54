import { useLoaderData } from "@remix-run/react";
import { Table, TextInput } from "nhsuk-react-components";
import { page } from "~/access";
import { readPlace } from "~/db/keyset";
import { instantInWords } from "~/lib/words";
import { caughtMailsFound } from "~/mail/queries";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Pager } from "~/ui/pager";
import { Scroll } from "~/ui/scroll";
import { demonstrationOf } from "../only-here";

export const meta = pageMeta({ title: "Caught mail" });

export const loader = page.public(async ({ world, db, url }) => {
  demonstrationOf(world);
  const address = url.searchParams.get("address")?.trim() || undefined;
  const found = await caughtMailsFound(db, address, readPlace(url.searchParams.get("after")));
  return { address, found };
});

export default function CaughtMail() {
  const { address, found } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/demo">The demonstration</BackLink>
      <Heading>Caught mail</Heading>
      <p>No email leaves the demonstration: each one is kept here, newest first.</p>
      <form className="portal-filter" method="get" aria-label="Caught mail">
        <TextInput id="address" name="address" label="To" type="email" defaultValue={address} />
        <Button kind="secondary">Show</Button>
      </form>
      {found.rows.length === 0 ? (
        <EmptyState heading="No mail yet">
          <p>Sign up, apply or pay, and the emails that follow appear here within seconds.</p>
        </EmptyState>
      ) : (
        <Mails mails={found.rows} />
      )}
      <Pager next={found.next} />
    </>
  );
}

const Mails = ({ mails }: { mails: Awaited<ReturnType<typeof caughtMailsFound>>["rows"] }) => (
  <Scroll label="Caught mail">
    <Table>
      <Table.Head>
        <Table.Row>
          <Table.Cell>Subject</Table.Cell>
          <Table.Cell>To</Table.Cell>
          <Table.Cell>Caught</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {mails.map(({ id, subject, toAddress, caughtAt }) => (
          <Table.Row key={id}>
            <Table.Cell>
              <a href={`/demo/mail/${id}`}>{subject}</a>
            </Table.Cell>
            <Table.Cell>{toAddress}</Table.Cell>
            <Table.Cell>{instantInWords(caughtAt)}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </Scroll>
);

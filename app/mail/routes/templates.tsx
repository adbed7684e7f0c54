import { useLoaderData } from "@remix-run/react";
import { Table } from "nhsuk-react-components";
import { page } from "~/access";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Scroll } from "~/ui/scroll";
import { everyMail } from "../every-mail";

export const meta = pageMeta({ title: "Every mail there is" });

export const loader = page.may("readMail")(() => everyMail());

export default function Templates() {
  const mails = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href="/admin/mail">Mail</BackLink>
      <Heading caption="Mail">Every mail there is</Heading>
      <p>Service mail tells a person about their own affairs and carries no promotion.</p>
      <Scroll label="Every mail">
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.Cell>Mail</Table.Cell>
              <Table.Cell>When it is sent</Table.Cell>
              <Table.Cell>Kind</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {mails.map(({ name, words, when, kind }) => (
              <Table.Row key={name}>
                <Table.Cell>
                  <a href={`/admin/mail/templates/${name}`}>{words}</a>
                </Table.Cell>
                <Table.Cell>{when}</Table.Cell>
                <Table.Cell>{kind === "service" ? "Service" : "Marketing"}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </Scroll>
    </>
  );
}

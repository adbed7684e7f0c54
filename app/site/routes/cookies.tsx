import { useLoaderData } from "@remix-run/react";
import { Table } from "nhsuk-react-components";
import { page } from "~/access";
import { Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { Scroll } from "~/ui/scroll";

export const meta = pageMeta({
  title: "Cookies",
  description: "The one cookie that this portal sets, and what it is for.",
  index: true,
});

export const loader = page.public(({ world }) => ({ name: world.sessions.sessionCookieName }));

export default function Cookies() {
  const { name } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <Heading>Cookies</Heading>
      <p>
        A cookie is a small text that a website keeps in your browser. This portal sets one, and
        only when you sign in. It cannot work without it, so we do not ask you to agree to it.
      </p>
      <Scroll label="The cookie that this portal sets">
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.Cell>Name</Table.Cell>
              <Table.Cell>What it is for</Table.Cell>
              <Table.Cell>How long it lasts</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            <Table.Row>
              <Table.Cell>{name}</Table.Cell>
              <Table.Cell>Keeps you signed in</Table.Cell>
              <Table.Cell>30 days after you were last here, or until you sign out</Table.Cell>
            </Table.Row>
          </Table.Body>
        </Table>
      </Scroll>
      <p>
        There is no advertising here, no counting of visits by other companies, and no pictures or
        scripts from elsewhere. When you pay, you go to the payment company’s own page, which sets
        its own cookies and tells you about them.
      </p>
    </div>
  );
}

import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Table } from "nhsuk-react-components";
import { page } from "~/access";
import { formatPence } from "~/lib/money";
import { instantInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { demonstrationOf } from "../only-here";

const SHOWN = 25;

export const meta: MetaFunction = () => [
  { title: "The payment service’s stand-in – Linkway" },
  { name: "robots", content: "noindex" },
];

const secondsInWords = (seconds: number) => instantInWords(new Date(seconds * 1000).toISOString());

export const loader = page.public(({ world }) => {
  const { standIn } = demonstrationOf(world);
  const events = standIn.events().slice(-SHOWN).reverse();
  return {
    events: events.map(({ event, delivery }) => ({
      id: event.id,
      type: event.type,
      created: secondsInWords(event.created),
      delivery: delivery.state,
    })),
    invoices: standIn
      .objects("invoice")
      .slice(0, SHOWN)
      .map(({ id, status, total, created }) => ({
        id: id ?? "",
        status: status ?? "",
        total: formatPence(total),
        created: secondsInWords(created),
      })),
    subscriptions: standIn.objects("subscription").length,
    customers: standIn.objects("customer").length,
  };
});

const DONE = {
  deliver: "The event was delivered",
  duplicate: "The event was delivered once more",
  hold: "Events are kept back from now on",
  release: "The events that were kept back are delivered",
  reverse: "The events that were kept back are delivered, the newest first",
  fail: "The next event will not arrive; it is tried again later",
};

export default function StripeStandIn() {
  const { events, invoices, subscriptions, customers } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="nhsuk-heading-l">The payment service’s stand-in</h1>
      <Done words={DONE} />
      <p>
        It holds {customers} customers and {subscriptions} subscriptions. Events tell the portal
        what has happened; here they can be kept back, repeated and lost, as happens in life.
      </p>
      <form method="post" action="/demo/stripe/events" className="portal-button-row">
        <Button kind="secondary" name="what" value="hold">
          Keep events back
        </Button>
        <Button kind="secondary" name="what" value="release">
          Let them go
        </Button>
        <Button kind="secondary" name="what" value="reverse">
          Let them go, newest first
        </Button>
        <Button kind="secondary" name="what" value="fail">
          Lose the next one
        </Button>
      </form>
      <Table caption="The newest events" responsive>
        <Table.Head>
          <Table.Row>
            <Table.Cell>What happened</Table.Cell>
            <Table.Cell>When</Table.Cell>
            <Table.Cell>Delivery</Table.Cell>
            <Table.Cell>Again</Table.Cell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {events.map(({ id, type, created, delivery }) => (
            <Table.Row key={id}>
              <Table.Cell>{type}</Table.Cell>
              <Table.Cell>{created}</Table.Cell>
              <Table.Cell>{delivery}</Table.Cell>
              <Table.Cell>
                <form method="post" action="/demo/stripe/events">
                  <input type="hidden" name="event" value={id} />
                  <button
                    className="portal-link-button"
                    type="submit"
                    name="what"
                    value="duplicate"
                  >
                    Deliver again<span className="nhsuk-u-visually-hidden"> {id}</span>
                  </button>
                </form>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Table caption="The newest invoices" responsive>
        <Table.Head>
          <Table.Row>
            <Table.Cell>Invoice</Table.Cell>
            <Table.Cell>Made</Table.Cell>
            <Table.Cell>State</Table.Cell>
            <Table.Cell>Total</Table.Cell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {invoices.map(({ id, status, total, created }) => (
            <Table.Row key={id}>
              <Table.Cell>{id}</Table.Cell>
              <Table.Cell>{created}</Table.Cell>
              <Table.Cell>{status}</Table.Cell>
              <Table.Cell>{total}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </>
  );
}

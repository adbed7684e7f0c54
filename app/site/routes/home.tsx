import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { metaTags } from "~/ui/meta";
import { FirstScreen } from "../first-screen";
import { firstScreenFacts } from "../first-screen-facts";
import { Welcome } from "../welcome";
import { welcomeFacts } from "../welcome-facts";

const FOR_STRANGERS = {
  title: "For social prescribing link workers",
  description:
    "The association of social prescribing link workers: membership, a code of practice, and a CPD record of your own.",
  index: true,
};

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  metaTags(data?.person ? { title: "Home" } : FOR_STRANGERS, { matches });

/** One address, two pages: what the association is for a stranger, how things stand for somebody signed in. */
export const loader = page.public(async ({ db, actor, now }) =>
  actor
    ? { person: await firstScreenFacts(db, actor, now), stranger: null }
    : { person: null, stranger: await welcomeFacts(db, civilDateOf(now)) },
);

export default function Home() {
  const { person, stranger } = useLoaderData<typeof loader>();
  return person ? <FirstScreen facts={person} /> : <Welcome facts={stranger} />;
}

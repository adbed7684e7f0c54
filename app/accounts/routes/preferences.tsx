import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Checkboxes } from "nhsuk-react-components";
import { Temporal } from "temporal-polyfill";
import { page } from "~/access";
import { civilDateOf } from "~/lib/civil-date";
import { dateInWords } from "~/lib/words";
import { Button } from "~/ui/button";
import { Done } from "~/ui/done";
import { BackLink, Heading } from "~/ui/heading";
import { pageMeta } from "~/ui/meta";
import { choosePreferences, preferencesOf } from "../preferences";

export const meta = pageMeta({ title: "Email preferences" });

export const loader = page.signedIn(async ({ db, actor, now }) => {
  const preferences = await preferencesOf(db, actor.personId, now);
  return {
    preferences: preferences.map(({ topic, question, held }) => ({
      topic,
      words: question.text,
      isChosen: held?.choice === "yes",
      since: held && dateInWords(civilDateOf(Temporal.Instant.from(held.at))),
    })),
  };
});

export const action = page.signedIn(async ({ db, actor, form, now }) => {
  const chosen = new Set((await form()).getAll("topics").map(String));
  await choosePreferences(db, actor.personId, chosen, now);
  return redirect("/account/preferences?done=saved");
});

export default function Preferences() {
  const { preferences } = useLoaderData<typeof loader>();
  return (
    <div className="portal-measure">
      <BackLink href="/account">Account</BackLink>
      <Heading>Email preferences</Heading>
      <Done words={{ saved: "Your preferences are saved" }} />
      <p>
        You always get emails about your own membership, payments and CPD. Beyond those we write
        only about what you choose here.
      </p>
      <form method="post">
        <Checkboxes name="topics" id="topics" legend="Write to me about">
          {preferences.map(({ topic, words, isChosen, since }) => (
            <Checkboxes.Item
              key={topic}
              id={`topics-${topic}`}
              value={topic}
              defaultChecked={isChosen}
              hint={since ? `You chose ${isChosen ? "yes" : "no"} on ${since}` : undefined}
            >
              {words}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
        <Button>Save preferences</Button>
      </form>
    </div>
  );
}

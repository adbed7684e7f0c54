import { redirect } from "@remix-run/node";
import { notFound, page } from "~/access";
import { characterOf } from "../characters";
import { demonstrationOf } from "../only-here";
import { personByEmailKey } from "../queries";

/** Nothing to see here: an address that somebody typed leads to the panel. */
export const loader = page.public(({ world }) => {
  demonstrationOf(world);
  return redirect("/demo");
});

/** Signs the visitor in as one of the characters, second factor included. */
export const action = page.public(async ({ world, db, request, realNow, form, setCookie }) => {
  demonstrationOf(world);
  const character = characterOf(String((await form()).get("character")));
  const person = character && (await personByEmailKey(db, character.email));
  if (!person) throw notFound();
  const at = realNow.toString();
  const session = await world.sessions.createSession(person.id, {
    agent: request.headers.get("user-agent") ?? "",
    lastSeenAt: at,
    provedAt: at,
    twoFactorAt: at,
  });
  setCookie(world.sessions.createSessionCookie(session.id).serialize());
  return redirect(character.roles.length > 0 ? "/admin" : "/");
});

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import type { Temporal } from "temporal-polyfill";
import { may, type Permission } from "./accounts/policy";
import { type Actor, actorOf, isIdle, touchSession } from "./actor";
import { readPostedForm } from "./lib/posted-form";
import { hasCover } from "./membership/standing";
import type { Db } from "./schema";
import type { World } from "./world";

/** Who may enter an address. Every loader and action carries one of these; a test walks them all. */
export type Access =
  | "public"
  | "by-token"
  | "signed-in"
  | "record-holder"
  | "member"
  | "organisation-admin"
  | `may ${Permission}`;

export interface Visit<Who> {
  actor: Who;
  world: World;
  db: Db;
  /** The portal's time when the request came. */
  now: Temporal.Instant;
  /** The wall's time, for sessions and limits. */
  realNow: Temporal.Instant;
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  /** The visitor's network address, for limits: never stored. */
  networkAddress: string;
  /** Adds a Set-Cookie to the answer, whatever the answer is. */
  setCookie(cookie: string): void;
  /** The posted form. Read when asked for, so that uploads can be streamed instead. */
  form(): Promise<FormData>;
  /** The raw body, for signed webhooks. */
  body(): Promise<string>;
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Door<Answer> = ((args: Args) => Promise<Answer>) & { readonly access: Access };

/** Decides who the visitor is and whether they may enter; throws a redirect or a refusal where not. */
type Admit<Who> = (args: Args) => Promise<Who>;

function door<Who>(access: Access, admit: Admit<Who>) {
  return <Answer>(work: (visit: Visit<Who>) => Promise<Answer> | Answer): Door<Answer> =>
    Object.assign(
      async (args: Args) => {
        const { request, params, context } = args;
        const actor = await admit(args);
        return work({
          actor,
          world: context.world,
          db: context.world.db,
          now: context.now,
          realNow: context.realNow,
          request,
          url: new URL(request.url),
          params,
          networkAddress: context.networkAddress,
          setCookie: context.setCookie,
          form: () => postedForm(request),
          body: () => request.text(),
        });
      },
      { access },
    );
}

const anybody: Admit<Actor | null> = ({ request, context }) => actorOf(request, context);

const signedIn: Admit<Actor> = async (args) => {
  const actor = await actorOf(args.request, args.context);
  if (!actor) throw await askToSignIn(args.request, "signIn");
  if (actor.roles.size === 0) await touchSession(actor, args.context);
  return actor;
};

const recordHolder: Admit<Actor> = async (args) => {
  const actor = await signedIn(args);
  if (actor.memberNumber === null) throw redirect("/join");
  return actor;
};

/** Without cover: no new CPD entry, no forum, no member price. */
const member: Admit<Actor> = async (args) => {
  const actor = await signedIn(args);
  if (!hasCover(actor.standing)) throw redirect("/membership");
  return actor;
};

const staff =
  (permission: Permission): Admit<Actor> =>
  async (args) => {
    const { request, context } = args;
    const actor = await signedIn(args);
    if (actor.roles.size === 0) throw notFound();
    if (!actor.hasTwoFactor) throw redirect(`/account/security/two-factor?next=${here(request)}`);
    if (!actor.twoFactorAt) throw redirect(`/sign-in/two-factor?next=${here(request)}`);
    if (isIdle(actor, context.realNow)) throw await askToSignIn(request, "again");
    await touchSession(actor, context);
    if (!may(actor.roles, permission)) throw data({ kind: "forbidden" as const }, { status: 403 });
    return actor;
  };

const here = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  return encodeURIComponent(pathname.replace(/\.data$/, "") + search);
};

/** What the error page needs to let a person sign in and then finish what they had sent. */
export interface SignInNeeded {
  kind: "signInNeeded";
  /** `again`: signed in, but idle for too long to act for the office. */
  reason: "signIn" | "again";
  to: string;
  fields: [name: string, value: string][];
  hadFiles: boolean;
}

/** Room for the form and one file, which is chosen again after signing in. */
const MOST_SENT_BYTES = 12 * 1_048_576;

/** A page sends to `/sign-in`; a sent form comes back to the person to be finished after signing in. */
export async function askToSignIn(request: Request, reason: SignInNeeded["reason"]) {
  const address = reason === "signIn" ? "/sign-in" : "/sign-in/again";
  if (request.method === "GET" || request.method === "HEAD")
    return redirect(`${address}?next=${here(request)}`);
  const form = await readPostedForm(request, MOST_SENT_BYTES);
  const entries = form.ok ? [...form.value] : [];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const needed: SignInNeeded = {
    kind: "signInNeeded",
    reason,
    to: decodeURIComponent(here(request)),
    fields: texts,
    hadFiles: texts.length < entries.length,
  };
  return data(needed, { status: 401 });
}

/** What is no form is a 400, and what nobody could have typed a 413. */
async function postedForm(request: Request): Promise<FormData> {
  const read = await readPostedForm(request);
  if (read.ok) return read.value;
  const { reason } = read.error;
  throw data({ kind: reason }, { status: reason === "tooLarge" ? 413 : 400 });
}

/** The answer for what is not there, and for what belongs to somebody else. */
export const notFound = () => data({ kind: "notFound" as const }, { status: 404 });

/** The doors of the house. A loader or action is made by one of them or it does not exist. */
export const page = {
  public: door("public", anybody),
  byToken: door("by-token", anybody),
  signedIn: door("signed-in", signedIn),
  recordHolder: door("record-holder", recordHolder),
  member: door("member", member),
  may: (permission: Permission) => door(`may ${permission}`, staff(permission)),
};

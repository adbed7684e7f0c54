import { ROLES, type Role } from "~/accounts/policy";
import { draftToWrite } from "~/membership/applications/save-draft";
import { addFirstWordings } from "~/membership/first-wordings";
import type * as Built from "~/server";
import { member, person, staff, type TestPerson } from "./people";
import type { TestPortal } from "./portal";

/** The bundle that the test portal serves. */
export const built: typeof Built = await import(
  new URL(`../../${process.env.PORTAL_BUILD ?? "build"}/server/index.js`, import.meta.url).href
);

/** Somebody at a door. */
export interface Who {
  kind: "nobody" | "somebody";
  cookie: string;
  roles: ReadonlySet<Role>;
  hasNumber: boolean;
  hasCover: boolean;
}

export type Cast = Record<"nobody" | "stranger" | "applicant" | "lapsed" | "member" | Role, Who>;

/** One of each kind of visitor, signed in where they have an account. */
export async function castOf(app: TestPortal): Promise<Cast> {
  const { db } = app.world;
  const nobody: Who = {
    ...{ kind: "nobody", cookie: "", roles: new Set<Role>() },
    ...{ hasNumber: false, hasCover: false },
  };
  const signedIn = async (somebody: TestPerson, facts: Partial<Who> = {}): Promise<Who> => ({
    ...nobody,
    kind: "somebody",
    cookie: await app.cookieOf(somebody),
    ...facts,
  });
  await db.transaction().execute((trx) => addFirstWordings(trx, app.clock.now()));
  const applicant = await person(db, "Ada Applicant");
  await db.transaction().execute((trx) => draftToWrite(trx, applicant.personId, app.clock.now()));
  const lapsed = await member(db, "Lee Lapsed", {
    paidFrom: "2024-04-01",
    paidUntil: "2025-03-31",
  });
  const roles = await Promise.all(
    ROLES.map(async (role) => {
      const facts = { roles: new Set([role]) };
      return [role, await signedIn(await staff(db, `Sam ${role}`, role), facts)] as const;
    }),
  );
  return {
    nobody,
    stranger: await signedIn(await person(db, "Stan Stranger")),
    applicant: await signedIn(applicant),
    lapsed: await signedIn(lapsed, { hasNumber: true }),
    member: await signedIn(await member(db, "May Member"), { hasNumber: true, hasCover: true }),
    ...(Object.fromEntries(roles) as Record<Role, Who>),
  };
}

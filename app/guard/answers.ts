import type { GuardProfile } from "./profiles";

/** Which fields of a form are free text, and what each may hold. */
export type GuardedFields = Readonly<Record<string, GuardProfile>>;

/** The names under which `GuardedSave` sends the writer's answer to the guard. */
export const KEEP_AS_TYPED = "keepAsTyped";
export const GUARD_ANSWER = "guard";
export const REMOVE_DETAILS = "remove";

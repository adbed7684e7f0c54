import type { CivilDate } from "~/lib/civil-date";

/** The end of a term that is given for life: far off, but a day like any other. */
export const FOR_LIFE: CivilDate = "2999-12-31";

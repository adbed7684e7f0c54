import { unsupported } from "./problem";
import { isRecord } from "./read-parameters";

/** Refuses parameters that Stripe knows but the stand-in would ignore. `honours` holds names, or `outer.inner` for part of an object. */
export function refuseIgnored(
  params: Record<string, unknown>,
  honours: readonly string[],
  path = "",
): void {
  for (const [name, value] of Object.entries(params)) {
    const full = path ? `${path}.${name}` : name;
    if (honours.includes(full)) continue;
    if (!honours.some((honoured) => honoured.startsWith(`${full}.`)))
      throw unsupported(
        `Stripe accepts ${full}, but this stand-in does not act on it, so it refuses it.`,
        full,
      );
    for (const inner of Array.isArray(value) ? value : [value])
      if (isRecord(inner)) refuseIgnored(inner, honours, full);
  }
}

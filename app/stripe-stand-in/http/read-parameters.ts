import { shapes } from "./accepted-parameters.generated";
import type { Members, Shape } from "./parameter-shape";
import { unreadable } from "./problem";

/** Turns the text leaves of a form or query into the types that Stripe's parameters have, refusing what Stripe refuses. */
export function readParameters(raw: unknown, root: number): Record<string, unknown> {
  return readMembers(isRecord(raw) ? raw : {}, membersOf(root), "");
}

function readMembers(raw: Record<string, unknown>, members: Members, path: string) {
  const known = new Map(
    Object.entries(members).map(([name, shape]) => [name.replace(/!$/, ""), shape]),
  );
  for (const name of Object.keys(raw))
    if (!known.has(name))
      throw unreadable(
        `Received unknown parameter: ${within(path, name)}`,
        within(path, name),
        "parameter_unknown",
      );
  for (const name of Object.keys(members))
    if (name.endsWith("!") && raw[name.slice(0, -1)] === undefined) {
      const param = within(path, name.slice(0, -1));
      throw unreadable(`Missing required param: ${param}.`, param, "parameter_missing");
    }
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const shape = known.get(name);
    if (shape !== undefined) read[name] = readValue(value, shape, within(path, name));
  }
  return read;
}

function readValue(value: unknown, shape: Shape, param: string): unknown {
  if (shape === "any") return value;
  if (typeof shape === "number") return readObject(value, shape, param);
  if (shape === "string") return readText(value, param);
  if (shape === "number") return readNumber(value, param);
  if (shape === "boolean") return readBoolean(value, param);
  if ("empty" in shape) return value === "" ? "" : readValue(value, shape.empty, param);
  if ("values" in shape) return readOneOf(value, shape.values, param);
  if ("list" in shape) return readList(value, shape.list, param);
  if ("map" in shape) return readMap(value, shape.map, param);
  return readAny(value, shape.any, param);
}

function readObject(value: unknown, shape: number, param: string) {
  if (!isRecord(value)) throw unreadable(`Invalid object`, param);
  return readMembers(value, membersOf(shape), param);
}

function readText(value: unknown, param: string) {
  if (typeof value !== "string")
    throw unreadable(`Invalid string: ${JSON.stringify(value)}`, param);
  if (value === "")
    throw unreadable(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      param,
      "parameter_invalid_empty",
    );
  if (value.length > 5000)
    throw unreadable(
      `Invalid string: must be at most 5000 characters`,
      param,
      "parameter_invalid_string_too_long",
    );
  return value;
}

function readNumber(value: unknown, param: string) {
  if (typeof value !== "string" || !/^-?\d+(\.\d+)?$/.test(value))
    throw unreadable(`Invalid integer: ${String(value)}`, param, "parameter_invalid_integer");
  return Number(value);
}

function readBoolean(value: unknown, param: string) {
  if (value !== "true" && value !== "false")
    throw unreadable(`Invalid boolean: ${String(value)}`, param);
  return value === "true";
}

function readOneOf(value: unknown, values: readonly string[], param: string) {
  if (typeof value !== "string" || !values.includes(value))
    throw unreadable(`Invalid ${param}: must be one of ${values.join(", ")}`, param);
  return value;
}

function readList(value: unknown, shape: Shape, param: string) {
  const items = Array.isArray(value) ? value : isNumbered(value) ? Object.values(value) : undefined;
  if (!items) throw unreadable("Invalid array", param);
  return items.map((item, index) => readValue(item, shape, `${param}[${index}]`));
}

function readMap(value: unknown, shape: Shape, param: string) {
  if (!isRecord(value)) throw unreadable("Invalid hash", param);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      item === "" ? "" : readValue(item, shape, `${param}[${key}]`),
    ]),
  );
}

function readAny(value: unknown, choices: readonly Shape[], param: string) {
  // Text always stays text where text is allowed: metadata values are "string or number" and come back as strings.
  const ordered =
    choices.includes("string") && typeof value === "string" ? (["string"] as const) : choices;
  let refusal: unknown;
  for (const choice of ordered) {
    try {
      return readValue(value, choice, param);
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

const membersOf = (index: number): Members => shapes[index] ?? {};
const within = (path: string, name: string) => (path ? `${path}[${name}]` : name);
const isNumbered = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && Object.keys(value).every((key) => /^\d+$/.test(key));

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Writes app/stripe-stand-in/http/accepted-parameters.generated.ts from the stripe SDK's own parameter types.
// Run `node bin/stand-in-parameters.js` after a change of the SDK's version or of the endpoints below.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "app/stripe-stand-in/http/accepted-parameters.generated.ts");

/** What the stand-in serves: the SDK's resource type, then its calls. */
const served = {
  Balance: ["Retrieve"],
  BalanceTransaction: ["List", "Retrieve"],
  Charge: ["List", "Retrieve", "Update"],
  "Checkout.Session": ["Create", "Retrieve", "Expire", "List", "ListLineItems"],
  Customer: ["Create", "Retrieve", "Update", "Delete", "List", "Search", "ListPaymentMethods"],
  Dispute: ["Retrieve", "List", "Update", "Close"],
  Event: ["Retrieve", "List"],
  Invoice: [
    "Create",
    "Retrieve",
    "Update",
    "Delete",
    "List",
    "FinalizeInvoice",
    "Pay",
    "VoidInvoice",
    "SendInvoice",
    "MarkUncollectible",
    "ListLineItems",
  ],
  InvoiceItem: ["Create", "Retrieve", "Delete", "List"],
  InvoicePayment: ["Retrieve", "List"],
  Mandate: ["Retrieve"],
  PaymentIntent: ["Create", "Retrieve", "Update", "Confirm", "Cancel", "List"],
  PaymentMethod: ["Create", "Retrieve", "Update", "Attach", "Detach", "List"],
  Payout: ["Retrieve", "List"],
  Price: ["Create", "Retrieve", "Update", "List"],
  Product: ["Create", "Retrieve", "Update", "Delete", "List"],
  Refund: ["Create", "Retrieve", "Update", "List"],
  SetupIntent: ["Create", "Retrieve", "Confirm", "Cancel", "List"],
  Subscription: ["Create", "Retrieve", "Update", "Cancel", "List"],
  WebhookEndpoint: ["Retrieve", "List"],
};

/** Objects with one member per payment method keep the detail of these only. */
const methodsKept = new Set(["card", "bacs_debit"]);
const methodsMarker = "sepa_debit";

const names = Object.entries(served).flatMap(([resource, calls]) =>
  calls.map((call) => `${resource}${call}Params`),
);
const { checker, types } = load(names);
const shapes = [];
const known = new Map();

const roots = Object.fromEntries(names.map((name) => [name, intern(objectShape(types.get(name)))]));
writeFileSync(target, rendered());
console.log(`${names.length} calls, ${shapes.length} shapes → ${target}`);

function load(wanted) {
  const path = join(root, "app/stripe-stand-in/http/parameter-types.virtual.ts");
  const text = `import Stripe from "stripe";\n${wanted.map((name, i) => `export type T${i} = Stripe.${name};`).join("\n")}`;
  const settings = {
    strict: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) =>
    file === path
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
      : read(file, ...rest);
  const program = ts.createProgram([path], settings, host);
  const problems = program.getSemanticDiagnostics(program.getSourceFile(path));
  if (problems.length)
    throw new Error(
      problems.map((p) => ts.flattenDiagnosticMessageText(p.messageText, "\n")).join("\n"),
    );
  const found = new Map();
  const typeChecker = program.getTypeChecker();
  program.getSourceFile(path).forEachChild((node) => {
    if (ts.isTypeAliasDeclaration(node))
      found.set(wanted[found.size], typeChecker.getTypeAtLocation(node.name));
  });
  return { checker: typeChecker, types: found };
}

function intern(shape) {
  const key = JSON.stringify(shape);
  if (!known.has(key)) known.set(key, shapes.push(key) - 1);
  return known.get(key);
}

/** Required members end in "!"; members whose value may be emptied are wrapped as { empty }. */
function objectShape(type) {
  const properties = checker.getPropertiesOfType(type);
  const perMethod = properties.some((property) => property.name === methodsMarker);
  const members = properties.map((property) => {
    const optional = property.flags & ts.SymbolFlags.Optional;
    const dull =
      perMethod &&
      !methodsKept.has(property.name) &&
      isObject(checker.getNonNullableType(checker.getTypeOfSymbol(property)));
    return [optional ? property.name : `${property.name}!`, dull ? "any" : memberShape(property)];
  });
  return Object.fromEntries(members);
}

function memberShape(property) {
  const written = property.valueDeclaration?.type?.getText() ?? "";
  const shape = shapeOf(checker.getTypeOfSymbol(property));
  return written.startsWith("Emptyable<") ? { empty: shape } : shape;
}

function isObject(type) {
  return (
    Boolean(type.flags & ts.TypeFlags.Object) ||
    (type.isUnion() && type.types.some((t) => t.flags & ts.TypeFlags.Object))
  );
}

function shapeOf(type) {
  if (type.isUnion())
    return unionShape(
      type.types.filter((t) => !(t.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null))),
    );
  if (type.flags & ts.TypeFlags.StringLike)
    return type.isStringLiteral() ? { values: [type.value] } : "string";
  if (type.flags & ts.TypeFlags.NumberLike) return "number";
  if (type.flags & ts.TypeFlags.BooleanLike) return "boolean";
  if (type.symbol?.name === "Decimal") return "string";
  if (checker.isArrayType(type)) return { list: shapeOf(checker.getTypeArguments(type)[0]) };
  const mapped = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (mapped) return { map: shapeOf(mapped) };
  if (type.flags & ts.TypeFlags.Object) return intern(objectShape(type));
  return "any";
}

function unionShape(members) {
  const solid = members.filter((t) => !(t.flags & ts.TypeFlags.Intersection));
  const literals = solid.filter((t) => t.isStringLiteral()).map((t) => t.value);
  const values = literals.filter((value) => value !== "");
  const others = solid.filter((t) => !t.isStringLiteral()).map(shapeOf);
  const unique = [...new Set(others.map((shape) => JSON.stringify(shape)))].map((text) =>
    JSON.parse(text),
  );
  if (values.length) unique.push({ values });
  return unique.length === 1 ? unique[0] : { any: unique };
}

function rendered() {
  return [
    "// biome-ignore-all format: generated by bin/stand-in-parameters.js from the stripe SDK's types; do not edit",
    'import type { Members } from "./parameter-shape";',
    "",
    "/** Shapes by number; a number inside a shape refers to this list. */",
    "export const shapes: readonly Members[] = [",
    ...shapes.map((shape) => `  ${shape},`),
    "];",
    "",
    "/** Which shape the parameters of a call have. */",
    `export const accepted = ${JSON.stringify(roots, null, 2)} as const;`,
    "",
  ].join("\n");
}

import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { emptyOpenDatabase } from "./support/database";

interface Column {
  name: string;
  type: "text" | "integer" | "other";
  isNullable: boolean;
  hasDefault: boolean;
  /** Written by the database itself from other columns. */
  isComputed: boolean;
}
type Tables = Map<string, Column[]>;

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The tables as `app/*​/tables.ts` declare them, read through the compiler. */
function declared(): Tables {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram([`${root}app/schema.ts`], { ...options, types: [] });
  const source = program.getSourceFile(`${root}app/schema.ts`);
  const schema = source?.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "Schema",
  );
  if (!schema) throw new Error("There is no interface Schema");
  const checker = program.getTypeChecker();
  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, schema);
  const tables = checker.getTypeAtLocation(schema).getProperties();
  return new Map(
    tables.map((table) => [
      snake(table.name),
      typeOf(table)
        .getProperties()
        .map((column) => columnOf(column.name, typeOf(column))),
    ]),
  );
}

function columnOf(name: string, type: ts.Type): Column {
  const wrapper = type.aliasSymbol?.name ?? "";
  const isWrapped = /^(Generated|GeneratedAlways|ColumnType)$/.test(wrapper);
  const selected = (isWrapped && type.aliasTypeArguments?.[0]) || type;
  const parts = selected.isUnion() ? selected.types : [selected];
  const all = (flag: ts.TypeFlags) =>
    parts.every((part) => part.flags & (flag | ts.TypeFlags.Null));
  return {
    name: snake(name),
    type: all(ts.TypeFlags.StringLike)
      ? "text"
      : all(ts.TypeFlags.NumberLike)
        ? "integer"
        : "other",
    isNullable: parts.some((part) => part.flags & ts.TypeFlags.Null),
    hasDefault: wrapper === "Generated",
    isComputed: wrapper === "GeneratedAlways" || wrapper === "ColumnType",
  };
}

interface ColumnInfo {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
  /** 2 and 3: computed. */
  hidden: number;
}

/** The tables that the migrations make. */
async function migrated(): Promise<Tables> {
  const { db, raw } = await emptyOpenDatabase();
  const names = raw
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'",
    )
    .all();
  const tables: Tables = new Map(
    names.map(({ name }) => {
      const columns = raw.pragma(`table_xinfo(${name})`) as ColumnInfo[];
      return [name, columns.map(columnIn)];
    }),
  );
  await db.destroy();
  return tables;
}

const columnIn = ({ name, type, notnull, dflt_value, pk, hidden }: ColumnInfo): Column => ({
  name,
  type: /^text/i.test(type) ? "text" : /^integer/i.test(type) ? "integer" : "other",
  isNullable: notnull === 0 && pk === 0 && hidden === 0,
  hasDefault: dflt_value !== null,
  isComputed: hidden > 0,
});

const inOrder = (tables: Tables) =>
  Object.fromEntries(
    [...tables.entries()]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, columns]) => [name, [...columns].sort((a, b) => a.name.localeCompare(b.name))]),
  );

test("the migrations make exactly the tables and columns that the code declares", async () => {
  const [inCode, inDatabase] = [inOrder(declared()), inOrder(await migrated())];
  expect(Object.keys(inCode).length).toBeGreaterThan(20);
  expect(inDatabase).toEqual(inCode);
}, 60_000);

/** The same page's bytes, rows and SQL with less and less above them: what there is to be measured against. */
import { createServer } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import Database from "better-sqlite3";
import express from "express";
import { createElement as h } from "react";
import { renderToString } from "react-dom/server";
import { minimalRemixBuild } from "./minimal-remix.js";

const database = new Database(process.env.BENCH_DATABASE, { readonly: true });
let page = { html: "", statements: [], rows: 0 };

const runStatements = () => {
  for (const { statement, parameters } of page.statements) statement.all(...parameters);
};

const Rows = () =>
  h(
    "html",
    null,
    h(
      "body",
      null,
      h(
        "table",
        null,
        h(
          "tbody",
          null,
          rows().map((row) => h("tr", { key: row }, h("td", null, row))),
        ),
      ),
    ),
  );
const rows = () =>
  Array.from({ length: page.rows }, (_, number) => `Row ${number} with some words in it`);

const send = (response, html) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(html);
};

const floors = {
  "/bytes": (_request, response) => send(response, page.html),
  "/sql": (_request, response) => {
    runStatements();
    send(response, page.html);
  },
  "/render": (_request, response) => {
    runStatements();
    send(response, renderToString(h(Rows)));
  },
};

const remix = express();
remix.all(
  "*",
  createRequestHandler({
    build: minimalRemixBuild(() => {
      runStatements();
      return rows();
    }),
  }),
);

const server = createServer((request, response) =>
  (floors[request.url] ?? remix)(request, response),
);
server.listen(0, "127.0.0.1", () =>
  process.send({ url: `http://127.0.0.1:${server.address().port}` }),
);

const answers = {
  cpu: () => process.cpuUsage(),
  page: (given) => {
    const statements = given.statements.flatMap(({ sql, parameters }) => {
      const statement = database.prepare(sql);
      return statement.readonly ? [{ statement, parameters }] : [];
    });
    page = { ...given, statements };
    return null;
  },
};
process.on("message", ({ ask, ...details }) => process.send(answers[ask](details) ?? null));

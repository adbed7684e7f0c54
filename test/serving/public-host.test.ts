import type { AddressInfo } from "node:net";
import express from "express";
import { expect, test } from "vitest";
import { publicHost } from "~/serving/public-host";

test("behind a proxy that passes an inner name or one of its own, pages see the public host", async () => {
  const app = express();
  app.set("trust proxy", true);
  app.use(publicHost("https://portal.example.org"));
  app.get("/", ({ headers, hostname }, response) => {
    response.json([hostname, headers.host, headers["x-forwarded-host"] ?? null]);
  });
  const server = app.listen(0);
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { "x-forwarded-host": "inner.example.org" },
  });
  expect(await answer.json()).toEqual(["portal.example.org", "portal.example.org", null]);
  server.close();
});

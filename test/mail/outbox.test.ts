import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readPlace } from "~/db/keyset";
import { newId } from "~/lib/id";
import { caughtMailsFound, mailById, mailsFound, mailsOf } from "~/mail/queries";
import { resendMail } from "~/mail/resend";
import { sendLater, sendSecretLater } from "~/mail/send-later";
import { smtpTransport } from "~/mail/smtp";
import type { RenderedMail, Transport } from "~/mail/transport";
import { person, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

vi.setConfig({ testTimeout: 20_000 }); // the first mail loads every template

let app: TestPortal;
let amara: TestPerson;
let refusal: Error | undefined;
let taken: RenderedMail[];

const transport: Transport = {
  async send(mail) {
    if (refusal) throw refusal;
    taken.push(mail);
  },
  verify: async () => refusal === undefined,
};

beforeEach(async () => {
  [refusal, taken] = [undefined, []];
  app = await startTestPortal({ transport });
  amara = await person(app.world.db, "Amara Okafor");
});
afterEach(() => app.stop());

const details = {
  mailId: newId(),
  emailName: "membership.welcome",
  writtenAt: "2026-11-03T10:00:00Z",
  reason: "550 no such mailbox",
};

const write = (recipient: Parameters<typeof sendLater>[2] = amara) =>
  app.world.db
    .transaction()
    .execute((trx) => sendLater(trx, "mail.notDelivered", recipient, details, app.clock.now()));

const newest = async () => (await mailsFound(app.world.db, {}, undefined)).rows[0]!;

/** Lives on until no attempt is left. */
async function waitOut() {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await app.settle();
    await app.clock.moveTo(app.clock.now().add({ hours: 6 }));
  }
}

test("a mail goes out once, under a name that stays the same, to the address on record", async () => {
  await write({ personId: amara.personId });
  await app.settle();
  await app.settle();
  const mail = await newest();
  expect(mail).toMatchObject({ state: "sent", attempts: 1, toAddress: amara.email });
  expect(taken.map(({ id, to }) => [id, to])).toEqual([[mail.id, amara.email]]);
  expect(await mailsOf(app.world.db, amara.personId)).toHaveLength(1);
});

test("nobody who has died is written to, at whatever address", async () => {
  await app.world.db
    .updateTable("people")
    .set({ diedOn: "2026-11-01" })
    .where("id", "=", amara.personId)
    .execute();
  await write({ personId: amara.personId });
  await write({ personId: amara.personId, email: "backup@example.com" });
  expect((await mailsFound(app.world.db, {}, undefined)).rows).toEqual([]);
});

test("a mail that is not taken waits and goes out later with the same Message-ID", async () => {
  refusal = new Error("connect ECONNREFUSED");
  await write();
  await app.settle();
  expect(await newest()).toMatchObject({ state: "waiting", attempts: 1 });
  refusal = undefined;
  await app.clock.moveTo(app.clock.now().add({ minutes: 1 }));
  await app.settle();
  expect(await newest()).toMatchObject({ state: "sent", attempts: 2, lastError: null });
});

test("a mail that nobody ever takes is given up after about a day, and the office is told", async () => {
  refusal = new Error("connect ECONNREFUSED");
  const other = { email: "bem@example.com" };
  await app.world.db
    .transaction()
    .execute((trx) => sendLater(trx, "mail.notDelivered", other, details, app.clock.now()));
  await app.world.db.updateTable("outbox").set({ emailName: "mail.gone" }).execute();
  await waitOut();
  const namesIn = async (state: "failed" | "waiting") =>
    (await mailsFound(app.world.db, { state }, undefined)).rows.map((mail) => mail.emailName);
  expect(await namesIn("failed")).toEqual(["mail.gone"]);
  expect(await namesIn("waiting")).toEqual(["mail.notDelivered"]);
  await waitOut();
  expect((await namesIn("failed")).sort()).toEqual(["mail.gone", "mail.notDelivered"]);
  expect(await namesIn("waiting")).toEqual([]); // the notice does not tell of itself
  const history = await app.world.db.selectFrom("history").select("act").execute();
  expect(history).toContainEqual({ act: "mail.notDelivered" });
});

test("an address that the server refuses for good is not tried again, and its name is not kept in the reason", async () => {
  refusal = Object.assign(new Error("550 5.1.1 <amara.okafor@example.com> unknown"), {
    responseCode: 550,
  });
  await write();
  await app.settle();
  const failed = (await mailsFound(app.world.db, { address: "AMARA" }, undefined)).rows[0];
  expect(failed).toMatchObject({
    state: "failed",
    attempts: 1,
    lastError: "550 5.1.1 (address) unknown",
  });
});

test("a link that was mailed is sealed while it waits, gone when it is sent, and cannot be sent again", async () => {
  const { db, seal } = app.world;
  const secret = { ...details, reason: "https://portal.example/verify?token=SECRET" };
  await db
    .transaction()
    .execute((trx) =>
      sendSecretLater(trx, seal, "mail.notDelivered", amara, secret, app.clock.now()),
    );
  const { id } = await newest();
  const waiting = await mailById(db, id);
  expect(JSON.stringify(waiting)).not.toContain("SECRET");
  await app.settle();
  expect(taken[0]?.text).toContain("SECRET");
  expect(await mailById(db, id)).toMatchObject({ isSecret: true, sealedDetails: null });
  expect(await resendMail(db, id, amara.personId, app.clock.now())).toEqual({
    ok: false,
    error: { reason: "secretGone" },
  });
});

test("a failed mail is sent again as itself, a sent one as a copy, a waiting one not at all", async () => {
  const { db } = app.world;
  const again = (id: string) => resendMail(db, id, amara.personId, app.clock.now());
  await write();
  const { id } = await newest();
  expect(await again(id)).toEqual({ ok: false, error: { reason: "stillWaiting" } });
  await app.settle();
  const copy = await again(id);
  expect(copy.ok && copy.value !== id).toBe(true);
  await app.settle();
  expect(taken).toHaveLength(2);
  await db.updateTable("outbox").set({ state: "failed" }).where("id", "=", id).execute();
  expect(await again(id)).toEqual({ ok: true, value: id });
  await app.settle();
  expect(taken.map((mail) => mail.id)).toEqual([id, copy.ok && copy.value, id]);
  expect(await again("nothing")).toEqual({ ok: false, error: { reason: "notFound" } });
});

test("the outbox is found by the start of an address, by mail and by state, page by page", async () => {
  const { db } = app.world;
  for (let count = 0; count < 60; count += 1) await write({ email: `Bem${count}@example.com` });
  await write();
  const question = { address: "bem", emailName: "mail.notDelivered", state: "waiting" } as const;
  const first = await mailsFound(db, question, undefined);
  const second = await mailsFound(db, question, readPlace(first.next));
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, undefined]);
  const ids = new Set([...first.rows, ...second.rows].map(({ id }) => id));
  expect(ids.size).toBe(60);
  expect((await mailsFound(db, { state: "failed" }, undefined)).rows).toEqual([]);
});

test("over real SMTP a mail has both its forms, one recipient, a stable Message-ID, and no header of the writer's", async () => {
  const received: { to: string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  const smtp = smtpTransport(`smtp://127.0.0.1:${port}`);
  try {
    expect(await smtp.verify()).toBe(true);
    const mail = {
      id: "mail-1",
      from: { name: 'Linkway\r\nBcc: spy@evil.example "', address: "no-reply@linkway.example" },
      to: amara.email,
      subject: "Welcome\r\nBcc: spy@evil.example",
      html: "<p>Hello</p>",
      text: "Hello",
    };
    await smtp.send(mail);
    await smtp.send(mail);
    const to = "amara.okafor@example.com, spy@evil.example";
    await smtp.send({ ...mail, to }).catch(() => undefined);
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  expect(received.length).toBeGreaterThanOrEqual(2);
  for (const mail of received) {
    expect(mail.to).not.toContain("spy@evil.example");
    expect(mail.raw).toContain("Message-ID: <mail-1@linkway.example>");
    expect(mail.raw).toMatch(/multipart\/alternative/);
    expect(mail.raw).not.toMatch(/^Bcc:/im);
  }
  expect(received[0]?.to).toEqual([amara.email]);
});

test("the demonstration catches each mail once and shows it newest first", async () => {
  const demonstration = await startTestPortal();
  const { db } = demonstration.world;
  for (const email of ["a@example.com", "b@example.com"]) {
    await db
      .transaction()
      .execute((trx) =>
        sendLater(trx, "mail.notDelivered", { email }, details, demonstration.clock.now()),
      );
    await demonstration.settle();
    await demonstration.clock.moveTo(demonstration.clock.now().add({ minutes: 1 }));
  }
  const { rows } = await caughtMailsFound(db, undefined);
  expect(rows.map(({ toAddress }) => toAddress)).toEqual(["b@example.com", "a@example.com"]);
  const page = await demonstration.get(`/demo/mail/${rows[0]?.id}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`/demo/mail/${rows[0]?.id}/html`);
  const html = await demonstration.get(`/demo/mail/${rows[0]?.id}/html`);
  expect(html.headers.get("content-security-policy")).toContain("sandbox");
  expect(html.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await html.text()).toContain('target="_top"');
  const found = await (await demonstration.get("/demo/mail?address=a@example.com")).text();
  expect(found).not.toContain("b@example.com</td>");
  await demonstration.stop();
});

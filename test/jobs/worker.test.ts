import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enqueue } from "~/jobs/enqueue";
import { prune } from "~/jobs/prune";
import { failedJobs, jobFigures, lastSlots } from "~/jobs/queries/office";
import { finishJob, lockNextJob } from "~/jobs/queries/queue";
import { retryJob } from "~/jobs/retry";
import { queueSlot, slotsBetween } from "~/jobs/schedule";
import { delayAfter, drainJobs, type JobHandlers, runNextJob } from "~/jobs/worker";
import { at } from "../support/clock";
import { person } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
beforeEach(async () => {
  app = await startTestPortal();
});
afterEach(() => app.stop());

const soon = (minutes: number) => app.clock.now().add({ minutes });
const queue = (options: Parameters<typeof enqueue>[4] = {}) =>
  app.world.db
    .transaction()
    .execute((trx) => enqueue(trx, "jobs.prune", null, app.clock.now(), options));
const jobs = () => app.world.db.selectFrom("jobs").selectAll().orderBy("id").execute();
const theJob = async () => (await jobs())[0]!;

/** A handler of the name that the tests queue. */
const doing = (work: () => Promise<void> | void): JobHandlers => ({
  "jobs.prune": async () => work(),
});

test("work that was rolled back with its act is not done", async () => {
  const rolledBack = app.world.db.transaction().execute(async (trx) => {
    await enqueue(trx, "jobs.prune", null, app.clock.now());
    throw new Error("the act failed");
  });
  await expect(rolledBack).rejects.toThrow("the act failed");
  expect(await jobs()).toEqual([]);
});

test("a worker that dies between taking a job and finishing it leaves it to the next, after the lock", async () => {
  await queue();
  const { db } = app.world;
  expect(await lockNextJob(db, app.clock.now(), soon(10))).toBeDefined();
  let runs = 0;
  const handlers = doing(() => {
    runs += 1;
  });
  expect(await drainJobs(app.world, handlers)).toBe(0);
  await app.clock.moveTo(soon(10));
  expect(await drainJobs(app.world, handlers)).toBe(1);
  expect(runs).toBe(1);
  expect((await theJob()).finishedAt).not.toBeNull();
});

test("a worker whose lock has ended does not finish the job of the one who has it now", async () => {
  await queue();
  const { db } = app.world;
  const slow = await lockNextJob(db, app.clock.now(), soon(10));
  await app.clock.moveTo(soon(11));
  const quick = await lockNextJob(db, app.clock.now(), soon(10));
  const finish = (job: typeof slow) =>
    db.transaction().execute((trx) => finishJob(trx, job!, app.clock.now()));
  await finish(slow);
  expect((await theJob()).finishedAt).toBeNull();
  await finish(quick);
  expect((await theJob()).finishedAt).not.toBeNull();
});

test("two workers at once do each of many jobs once", async () => {
  for (let count = 0; count < 20; count += 1) await queue();
  let runs = 0;
  const handlers = doing(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    runs += 1;
  });
  const counts = await Promise.all([
    drainJobs(app.world, handlers),
    drainJobs(app.world, handlers),
  ]);
  expect(runs).toBe(20);
  expect(counts[0]! + counts[1]!).toBe(20);
});

test("asking twice for the same key is one job, due when the earlier was asked for", async () => {
  await queue({ uniqueKey: "payer-1", runAt: soon(60) });
  await queue({ uniqueKey: "payer-1", runAt: soon(5) });
  await queue({ uniqueKey: "payer-1", runAt: soon(30) });
  expect((await jobs()).map((job) => job.runAt)).toEqual([soon(5).toString()]);
});

test("asking for a key while it runs makes it run once more, and not more often", async () => {
  await queue({ uniqueKey: "payer-1" });
  let runs = 0;
  await drainJobs(
    app.world,
    doing(async () => {
      runs += 1;
      if (runs > 1) return;
      await queue({ uniqueKey: "payer-1" });
      await queue({ uniqueKey: "payer-1" });
    }),
  );
  expect(runs).toBe(2);
  expect(await jobs()).toHaveLength(1);
});

test("work that is asked for again while it fails is tried soon, however often it failed before", async () => {
  await queue({ uniqueKey: "payer-1" });
  await app.world.db.updateTable("jobs").set({ attempts: 18 }).execute();
  const failing = (meanwhile: () => Promise<void>) =>
    runNextJob(
      app.world,
      doing(async () => {
        await meanwhile();
        throw new Error("Stripe did not answer");
      }),
    );
  await failing(() => queue({ uniqueKey: "payer-1" }));
  expect(await theJob()).toMatchObject({
    runAt: app.clock.now().add({ seconds: 10 }).toString(),
    isDirty: 0,
    failedAt: null,
  });
  await app.clock.moveTo(soon(1));
  await failing(async () => {});
  expect((await theJob()).runAt).toBe(app.clock.now().add({ seconds: 20 }).toString());
});

test("work that waits out a failure comes forward when it is asked for", async () => {
  await queue({ uniqueKey: "payer-1" });
  await app.world.db
    .updateTable("jobs")
    .set({ attempts: 12, runAt: soon(360).toString() })
    .execute();
  await queue({ uniqueKey: "payer-1" });
  expect((await theJob()).runAt).toBe(app.clock.now().toString());
});

test("a key may be asked for again once its job is finished", async () => {
  await queue({ uniqueKey: "payer-1" });
  await drainJobs(
    app.world,
    doing(() => {}),
  );
  await queue({ uniqueKey: "payer-1" });
  expect(await jobs()).toHaveLength(2);
});

test("failing work is tried again, later and later, and given up in the end with a count of it", async () => {
  await queue();
  const failing = doing(() => {
    throw new Error("Card of amara@example.com refused");
  });
  let attempts = 0;
  while ((await theJob()).failedAt === null && attempts < 40) {
    await drainJobs(app.world, failing);
    attempts += 1;
    await app.clock.moveTo(app.clock.now().add(delayAfter(attempts)));
  }
  expect(attempts).toBe(20);
  const [failed] = await failedJobs(app.world.db);
  expect(failed?.lastError).toBe("Card of (address) refused");
  expect(app.world.counters.all()).toMatchObject({ jobs_postponed: 19, jobs_given_up: 1 });
  expect((await jobFigures(app.world.db, app.clock.now())).failed).toBe(1);
});

test("work that ends the whole process each time is given up too", async () => {
  await queue();
  for (let crash = 0; crash < 20; crash += 1) {
    await lockNextJob(app.world.db, app.clock.now(), soon(10));
    await app.clock.moveTo(soon(10));
  }
  let runs = 0;
  await drainJobs(
    app.world,
    doing(() => {
      runs += 1;
    }),
  );
  expect(runs).toBe(0);
  expect((await theJob()).failedAt).not.toBeNull();
});

test("work that never ends does not keep other work waiting", async () => {
  await queue();
  const never = doing(() => new Promise<void>(() => {}));
  const longest = Temporal.Duration.from({ milliseconds: 20 });
  expect(await runNextJob(app.world, never, longest)).toBe(true);
  expect((await theJob()).lastError).toMatch(/did not end/);
});

test("an administrator starts failed work anew; where the same work waits already, it is closed", async () => {
  const { db } = app.world;
  const { personId } = await person(db, "Ada Admin");
  const fail = async () => {
    await db
      .updateTable("jobs")
      .set({ failedAt: app.clock.now().toString(), attempts: 20 })
      .execute();
  };
  await queue({ uniqueKey: "payer-1" });
  await fail();
  const { id } = await theJob();
  expect(await retryJob(db, id, personId, app.clock.now())).toEqual({ ok: true, value: null });
  expect(
    await drainJobs(
      app.world,
      doing(() => {}),
    ),
  ).toBe(1);
  expect(await retryJob(db, id, personId, app.clock.now())).toEqual({
    ok: false,
    error: { reason: "notFailed" },
  });

  await db.deleteFrom("jobs").execute();
  await queue({ uniqueKey: "payer-2" });
  await fail();
  await queue({ uniqueKey: "payer-2" });
  const [failed] = await failedJobs(db);
  expect((await retryJob(db, failed!.id, personId, app.clock.now())).ok).toBe(true);
  expect(await failedJobs(db)).toEqual([]);
  expect((await jobFigures(db, app.clock.now())).due).toBe(1);
});

test("finished work is forgotten after 30 days; failed work and the last slots stay", async () => {
  const { db } = app.world;
  await queue();
  await drainJobs(
    app.world,
    doing(() => {}),
  );
  await queue();
  await db
    .updateTable("jobs")
    .set({ failedAt: app.clock.now().toString() })
    .where("finishedAt", "is", null)
    .execute();
  const [first, second] = [at("2026-11-03"), at("2026-11-04")];
  await queueSlot(app.world, "jobs.prune", first);
  await queueSlot(app.world, "jobs.prune", second);
  await db.deleteFrom("jobs").where("uniqueKey", "is not", null).execute();
  const later = app.clock.now().add({ hours: 24 * 31 });
  await prune(app.world, null, app.clock.now().add({ hours: 24 * 29 }));
  expect(await jobs()).toHaveLength(2);
  await prune(app.world, null, later);
  expect((await jobs()).map((job) => job.failedAt !== null)).toEqual([true]);
  expect(await lastSlots(db)).toEqual(new Map([["jobs.prune", second.toString()]]));
});

test("a slot is claimed once, however many processes come round to it", async () => {
  const slot = at("2026-11-03");
  await Promise.all([1, 2, 3].map(() => queueSlot(app.world, "jobs.prune", slot)));
  expect(await jobs()).toHaveLength(1);
  await drainJobs(
    app.world,
    doing(() => {}),
  );
  await queueSlot(app.world, "jobs.prune", slot);
  expect(await jobs()).toHaveLength(1);
});

test.each([
  [
    "spring forward",
    "2027-03-27T00:00:00Z",
    "2027-03-30T00:00:00Z",
    "17 3 * * *",
    ["2027-03-27T03:17:00Z", "2027-03-28T02:17:00Z", "2027-03-29T02:17:00Z"],
  ],
  [
    "fall back",
    "2026-10-24T00:00:00Z",
    "2026-10-27T00:00:00Z",
    "17 3 * * *",
    ["2026-10-24T02:17:00Z", "2026-10-25T03:17:00Z", "2026-10-26T03:17:00Z"],
  ],
] as const)(
  "on the days when the clocks %s, daily work comes round once each day",
  (_what, from, until, cron, expected) => {
    const slots = slotsBetween([{ name: "jobs.prune", at: cron }], at(from), at(until));
    expect(slots.map(({ slot }) => slot.toString())).toEqual(expected);
  },
);

test("an hour that the clocks leave out or repeat has its daily work once", () => {
  const count = (from: string, until: string) =>
    slotsBetween([{ name: "jobs.prune", at: "30 1 * * *" }], at(from), at(until)).length;
  expect(count("2027-03-27T12:00:00Z", "2027-03-29T12:00:00Z")).toBe(2);
  expect(count("2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z")).toBe(2);
});

test("the next due job is found by an index, however many are finished", () => {
  const plan = app.world.raw
    .prepare(
      `explain query plan select id from jobs where finished_at is null and failed_at is null
       and run_at <= ? and (locked_until is null or locked_until <= ?) order by run_at, id limit 1`,
    )
    .all("2026-11-03", "2026-11-03");
  expect(JSON.stringify(plan)).toContain("jobs_due");
  expect(JSON.stringify(plan)).not.toContain('SCAN jobs"');
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { paymentsOfPerson } from "~/billing/outcome";
import { newId } from "~/lib/id";
import { submitApplication } from "~/membership/applications/submit";
import { syncPrices } from "~/membership/sync-prices";
import { addTo, draftOf } from "../membership/applications/applicant";
import { person, type TestPerson } from "../support/people";
import { startTestPortal, type TestPortal } from "../support/portal";

let app: TestPortal;
let bem: TestPerson;

beforeAll(async () => {
  app = await startTestPortal();
  await addTo(app.world.db);
});
afterAll(() => app.stop());
beforeEach(async () => {
  bem = await person(app.world.db, "Bem Adeyemi", `${newId()}@example.com`);
  await draftOf(app.world.db, bem.personId);
  await submitApplication(app.world.db, bem.personId, { note: "" }, app.clock.now());
});

const get = (path: string) => app.get(path, { as: bem });
const text = async (path: string) => (await get(path)).text();

/** Presses the button and answers the address of the payment page. */
async function toCheckout(): Promise<string> {
  const response = await app.post("/join/pay", {}, { as: bem });
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

const CARD = {
  method: "card",
  email: "bem@example.com",
  cardNumber: "4242 4242 4242 4242",
  expiry: "12/34",
  cvc: "123",
  nameOnCard: "Bem Adeyemi",
};

const payAt = (checkout: string, fields: Record<string, string>) =>
  app.post(new URL(checkout, app.url).pathname, fields);

test("the page says what is charged, when again, and how to get out of it", async () => {
  const page = await text("/join/pay");
  expect(page).toContain("Pay £45.00 now");
  expect(page).toContain("Every year, next on 3 November 2027 if you pay today");
  expect(page).toContain("until 17 November 2026 if you pay today");
});

test("whoever has paid is a member on coming back, before any webhook", {
  timeout: 20_000,
}, async () => {
  await payAt(await toCheckout(), CARD);
  const page = await text("/join/welcome");
  expect(page).toContain("You are a member");
  expect(page).toContain("Paid until 2 November 2027");
  expect((await get("/join/pay")).headers.get("location")).toBe("/join/welcome");
  await app.settle();
  expect(await text("/join/welcome")).toContain("You are a member");
});

test("a declined card says so and may be tried again", async () => {
  const checkout = await toCheckout();
  await payAt(checkout, { ...CARD, cardNumber: "4000 0000 0000 0002" });
  expect((await get("/join/welcome")).headers.get("location")).toBe("/join/pay");
  await payAt(await toCheckout(), CARD);
  expect(await text("/join/welcome")).toContain("You are a member");
});

test("whoever leaves the payment page is told that nothing was charged", async () => {
  await toCheckout();
  expect(await text("/join/pay?left=yes")).toContain("Nothing has been charged");
  expect(await text("/join")).toContain("Your application is approved");
});

test("of two tabs the later page is paid and the earlier one is closed: nobody pays twice", {
  timeout: 20_000,
}, async () => {
  const earlier = await toCheckout();
  const later = await toCheckout();
  expect(later).not.toBe(earlier);
  expect((await payAt(earlier, CARD)).status).toBe(410);
  expect(await text("/join/pay")).toContain("Pay £45.00 now");
  await payAt(later, CARD);
  await app.settle();
  expect(await text("/join/welcome")).toContain("You are a member");
  const pressedAgain = await app.post("/join/pay", {}, { as: bem });
  expect(pressedAgain.headers.get("location")).toBe("/join/welcome");
  const payments = await paymentsOfPerson(app.world.db, bem.personId);
  expect(payments).toMatchObject([{ state: "succeeded", refundedPence: null }]);
});

test("what is sold has one name, whichever comes first: the night or the payer", async () => {
  const names = () => app.world.db.selectFrom("stripePrices").select("name").distinct().execute();
  await syncPrices(app.world, null, app.clock.now());
  const known = await names();
  await toCheckout();
  expect(await names()).toEqual(known);
});

test("a Direct Debit gives provisional membership, and says until when", async () => {
  const paid = await payAt(await toCheckout(), {
    method: "bacs_debit",
    email: "bem@example.com",
    accountHolder: "Bem Adeyemi",
    sortCode: "10-88-00",
    accountNumber: "00012345",
    line1: "1 Hill Road",
    city: "Pentland",
    postcode: "EH1 1AA",
  });
  expect(paid.status).toBeLessThan(400);
  const page = await text("/join/welcome");
  expect(page).toContain("Your Direct Debit is under way");
  expect(page).toContain("provisional");
  expect(page).toMatch(/by \d+ November 2026, provisional membership ends/);
});

test("nobody pays without an approval", async () => {
  const gwen = await person(app.world.db, "Gwen Parry", `${newId()}@example.com`);
  expect((await app.get("/join/pay", { as: gwen })).headers.get("location")).toBe("/join");
  await draftOf(app.world.db, gwen.personId);
  const posted = await app.post("/join/pay", {}, { as: gwen });
  expect(posted.headers.get("location")).toBe("/join");
});

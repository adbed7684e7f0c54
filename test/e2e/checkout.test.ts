import { expect, test, testWithOwnPortal } from "../support/browser";
import { click, heading, payByCard } from "../support/journey";

test("two tabs that both open the payment page make one membership, confirmed with the bank, and say so", {
  tag: "@desktop",
}, async ({ page, context, be }) => {
  await be("Farah Siddiqui");
  const pay = "Pay £45.00 now";
  const open = async () => {
    const tab = await context.newPage();
    await tab.goto("/join/pay");
    return tab;
  };
  const [second, third] = [await open(), await open()];
  await page.goto("/join/pay");
  await click(page, pay);
  await expect(page.getByLabel("Card number")).toBeVisible();
  await click(second, pay);
  await expect(second.getByLabel("Card number")).toBeVisible();

  await payByCard(page, "4242 4242 4242 4242");
  await expect(heading(page)).toHaveText("This payment page has expired");
  await expect(page.getByText("No payment was taken")).toBeVisible();
  await payByCard(second, "4000 0025 0000 3155");
  await expect(heading(second)).toHaveText("Confirm with your bank");
  await click(second, "Fail authentication");
  await payByCard(second, "4000 0025 0000 3155");
  await click(second, "Complete authentication");
  await expect(heading(second)).toHaveText("Welcome, Farah");

  await click(third, pay);
  await expect(heading(third)).toHaveText("Welcome, Farah");
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(heading(page)).toHaveText("Welcome, Farah");
  await page.goto("/membership");
  const terms = page.getByRole("region", { name: "Terms of membership" });
  await expect(terms.getByRole("row")).toHaveCount(2); // one term, below the row of headings
  await page.goto("/membership/payments");
  await expect(page.getByText("£45.00")).toHaveCount(1);
});

/** Stripe's pages are on another site: here too, so that the page's policy has to name them. */
const elsewhere = testWithOwnPortal({
  HOST: "127.0.0.1",
  CHECKOUT_ORIGIN: "http://127.0.0.1:0",
});

elsewhere(
  "a plain form leads to the payment page on another site, and back to a membership",
  { tag: ["@nojs"] },
  async ({ page, be }) => {
    await be("Farah Siddiqui");
    await page.goto("/join/pay");
    await click(page, "Pay £45.00 now");
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:/);
    await payByCard(page, "4242 4242 4242 4242");
    await expect(page).toHaveURL(/^http:\/\/localhost:/);
    await expect(heading(page)).toHaveText("Welcome, Farah");
  },
);

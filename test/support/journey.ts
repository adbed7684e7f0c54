import type { Page } from "@playwright/test";

export const EVERYWHERE = { tag: ["@phone", "@desktop", "@nojs"] };

/** Any password that the portal takes. */
export const PASSWORD = "a long enough phrase 7";

type MailTo = (address: string) => Promise<{ text: string }>;

export const click = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).click();

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });

export const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? "";

export const linkIn = (text: string): string => /https?:\/\/[^\s\])>]+/.exec(text)?.[0] ?? "";

/** The sign-in page, filled in and sent. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await click(page, "Sign in");
}

/** From the page for a new account to the start of the application, with the mailed code. */
export async function signUp(page: Page, email: string, mailTo: MailTo): Promise<void> {
  await page.getByLabel("Email address", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await click(page, "Create account");
  const { text } = await mailTo(email);
  await page.getByLabel("Code").fill(codeIn(text));
  await click(page, "Confirm email address");
}

const AGREEMENTS = [
  "I will keep to the code of practice",
  "I have seen the privacy notice",
  /^I understand that I will have to pay/,
  /^I ask for my membership to start/,
];

/** All pages of the application, up to the one to check them on. */
export async function fillApplication(page: Page, grade: RegExp): Promise<void> {
  await page.getByLabel("First name").fill("Nia");
  await page.getByLabel("Last name").fill("Llwyd");
  await page.getByLabel("Wales").check();
  await page.getByLabel("Region").fill("North Wales");
  await click(page, "Save and continue");
  await page.getByLabel("Job title").fill("Community connector");
  await page.getByLabel(/^Charity/).check();
  await page.getByLabel(/^Employer/).fill("Thrive Dyffryn Alun");
  await click(page, "Save and continue");
  await page.getByLabel(grade).check();
  await page.getByLabel("Once a year").check();
  await click(page, "Save and continue");
  for (const agreement of AGREEMENTS) await page.getByLabel(agreement).check();
  await click(page, "Save and continue");
}

/** The payment page of the card company, filled in and sent. */
export async function payByCard(page: Page, cardNumber: string): Promise<void> {
  await page.getByLabel("Card number").fill(cardNumber);
  await page.getByLabel("Expiry date").fill("12/34");
  await page.getByLabel("Security code (CVC)").fill("123");
  await page.getByLabel("Name on card").fill("Nia Llwyd");
  await click(page, "Pay and subscribe");
}

/** The payment page, where a Direct Debit is chosen, filled in and sent. */
export async function payByDebit(page: Page, accountNumber: string): Promise<void> {
  await page.getByRole("link", { name: "Bacs Direct Debit" }).click();
  await page.getByLabel("Account holder name").fill("Nia Llwyd");
  await page.getByLabel("Sort code").fill("108800");
  await page.getByLabel("Account number").fill(accountNumber);
  await page.getByLabel("Address line 1").fill("1 Example Street");
  await page.getByLabel("Town or city").fill("Ashbarrow");
  await page.getByLabel("Postcode").fill("AS1 1AA");
  await click(page, "Set up Direct Debit and pay");
}

import { describe, expect, test } from "vitest";
import { inspect } from "~/guard/inspect";

/** What the guard says of a free text, in short: "nhs!" is certain, "nhs?" possible. */
function verdict(text: string): string {
  const short = {
    nhsNumber: "nhs",
    chiNumber: "chi",
    healthAndCareNumber: "h&c",
    emailAddress: "email",
    phoneNumber: "phone",
  };
  return inspect(text, "freeText")
    .map(({ kind, certainty }) => `${short[kind]}${certainty === "certain" ? "!" : "?"}`)
    .join(" ");
}

const FULL_WIDTH = "\uff14\uff10\uff11\uff10\uff12\uff13\uff12\uff11\uff13\uff17";
const ARABIC = "\u0664\u0660\u0661\u0660\u0662\u0663\u0662\u0661\u0663\u0667";
const DEVANAGARI = "\u096a\u0966\u0967\u0966\u0968\u0969\u0968\u0967\u0969\u096d";
const MATHEMATICAL_BOLD = [..."4010232137"]
  .map((digit) => String.fromCodePoint(0x1d7ce + Number(digit)))
  .join("");

describe("a patient's number is certain", () => {
  test.each([
    ["NHS number 4010232137", "nhs!"],
    ["NHS number: 401 023 2137", "nhs!"],
    ["nhs no 4010232137", "nhs!"],
    ["NHS No. 401-023-2137", "nhs!"],
    ["NHS4010232137", "nhs!"],
    ["nhs_4010232137_referral.pdf", "nhs!"],
    ["My client's number is 7012345675.", "nhs!"],
    ["His numbers: 4010232137 and 6123456784", "nhs! nhs!"],
    ["4010232137 (NHS)", "nhs!"],
    ["4010232137 is her NHS number", "nhs!"],
    ["no. 4010232137", "nhs!"],
    ["# 4010232137", "nhs!"],
    ["rhif GIG 4010232137", "nhs!"],
    ["She is 401 023 2137, can anyone help?", "nhs!"],
    ["aged 72 401 023 2137", "nhs!"],
    ["2. 401 023 2137\n3. 612 345 6784", "nhs! nhs!"],
    ["401-023-2137", "nhs!"],
    ["401.023.2137", "nhs!"],
    ["401_023_2137.docx", "nhs!"],
    ["401\u00a0023\u00a02137", "nhs!"],
    ["401\u2013023\u20132137", "nhs!"],
    ["401\u2011023\u20112137", "nhs!"],
    ["401\u2212023\u22122137", "nhs!"],
    ["401\n023\n2137", "nhs!"],
    ["NHS number\r\n40\r\n10 23\r\n2137", "nhs!"],
    ["NHS number 4 0 1 0 2 3 2 1 3 7", "nhs!"],
    ["NHS number 40 10 23 21 37", "nhs!"],
    ["NHS number (401) 023 2137", "nhs!"],
    ["NHS number 40\u200b10\u200b23\u200b2137", "nhs!"],
    ["N\u200bH\u200bS number 401\u2060023\ufeff2137", "nhs!"],
    ["NHS number 401\u00ad0232137", "nhs!"],
    [`NHS ${FULL_WIDTH}`, "nhs!"],
    [`\uff2e\uff28\uff33 ${FULL_WIDTH}`, "nhs!"],
    [`NHS ${ARABIC}`, "nhs!"],
    [`NHS ${DEVANAGARI}`, "nhs!"],
    [`NHS ${MATHEMATICAL_BOLD}`, "nhs!"],
    ["NHS number 7999999997", "nhs!"],
    ["NHS number 3100199995", "nhs!"],
    ["NHS number 7-6-1900\ufeff0003", "nhs!"],
    ["CHI 0101501242", "chi!"],
    ["CHI: 150672 3454", "chi!"],
    ["CHI 15-06-72 3454", "chi!"],
    ["290 200 1231", "chi!"],
    ["chi number 3112999991", "chi!"],
    ["H&C number 3200000015", "h&c!"],
    ["H & C 3456789017", "h&c!"],
    ["HCN 345 678 9017", "h&c!"],
    ["Health and Care no 3999999993", "h&c!"],
    ["NHS number 7700900124 and phone 07700 900123", "nhs! phone?"],
    ["07700 900123\n401 023 2137", "phone? nhs!"],
    ["12-03-2024 401 023 2137", "nhs!"],
  ])("in %j", (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });
});

describe("something is worth a warning", () => {
  test.each([
    ["4010232137", "nhs?"],
    ["Has anyone referred 4010232137 before?", "nhs?"],
    ["0101501242", "chi?"],
    ["3200000015", "h&c?"],
    ["NHS number 9434765919, which nobody was ever given", "nhs?"],
    ["943 476 5919", "nhs?"],
    ["NHS number 4010232138, with a slip of the pen", "nhs?"],
    ["NHS no: 1234567890", "nhs?"],
    ["The NHS is under pressure and we waited a long time to hear: 4010232137", "nhs?"],
    ["Write to anna.jones@example.org", "email?"],
    ["anna\uff20example.org", "email?"],
    ["Anna: 07700 900123", "phone?"],
    ["Anna: 07700900123", "phone?"],
    ["call +44 7700 900123 after five", "phone?"],
    ["+44 (0)7700 900123", "phone?"],
    ["0044 7700 900123", "phone?"],
    ["447700900123", "phone?"],
    ["(0161) 496 0123", "phone?"],
    ["020 7946 0958", "phone?"],
    ["phone number 0 7700 900124", "phone?"],
    ["01204 496012", "phone?"],
    ["01204 49601", "phone?"],
    ["her sister's number is +1 415 555 2671", "phone?"],
    ["his number in Cork is +353 20 912 3456", "phone?"],
  ])("in %j", (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });
});

describe("nothing is found", () => {
  test.each([
    "",
    "I met someone who has been lonely since she moved here. What has worked for you?",
    "We saw 401 people, 23 of them twice, and 2137 calls came in.",
    "NHS 111 and NHS 24 helped",
    "4010232138",
    "401 023 2138",
    "order number 5000000004",
    "number 123456789",
    "NHS number 401 023 213",
    "NHS number 40102321370",
    "NHS number 14010232137",
    "card number 4010 2321 3700 0000",
    "card number 4010232137000000",
    "NHS training on 12-03-2024 10:00",
    "NHS training on 2010-03-12 10:00",
    "NHS training 20.10.2012, 30 people",
    "NHS call on 01/02/2015 10",
    "In 2019, 2020 and 2021 the number grew to 1,345,678",
    "\u00a34,010,232,137 of NHS money",
    "Childline 0800 1111",
    "Samaritans 116 123",
    "The council's number is 0300 123 4567",
    "Freephone 0808 157 0192",
    "Freephone 0800 123456",
    "https://example.org/4010232137abc",
    "3f4010232137c0de",
    "Section 1.2.3.4.5",
    "ISBN 978 0 14 044913 6",
    "sort code 12-34-56",
    "10 20 30 40 50 60 70 80",
    "anna at example dot org",
    "@linkway thank you",
    "a@b",
    "NHS 4010\u00b2 0232137",
    "room 3020001236a",
    "\ud800 lone half of a pair",
  ])("in %j", (text) => {
    expect(verdict(text)).toBe("");
  });
});

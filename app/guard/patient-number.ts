import type { FindingKind } from "./profiles";

export type PatientNumberKind = Extract<
  FindingKind,
  "nhsNumber" | "chiNumber" | "healthAndCareNumber"
>;

/** The check of the NHS Data Dictionary, shared by all three: weights 10 to 2, modulo 11; a check digit of 10 is never issued. */
export function hasValidCheckDigit(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(digits[index]) * (10 - index);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/**
 * Whose range ten digits lie in; undefined where nobody issues such numbers.
 * Scotland's begin with a birth date; the others' ranges are of the first nine digits.
 */
export function issuedKind(digits: string): PatientNumberKind | undefined {
  if (beginsWithDate(digits)) return "chiNumber";
  const nine = Number(digits.slice(0, 9));
  if (nine >= 320_000_001 && nine <= 399_999_999) return "healthAndCareNumber";
  // England has begun to issue the low 300 millions that are neither dates nor Northern Ireland's.
  const isNhs =
    (nine >= 300_000_000 && nine <= 319_999_999) ||
    (nine >= 400_000_000 && nine <= 499_999_999) ||
    (nine >= 600_000_000 && nine <= 799_999_999);
  return isNhs ? "nhsNumber" : undefined;
}

/** Whether ten digits begin with a day that has existed, DDMMYY; 29 February 1900 did not, but 2000's did. */
function beginsWithDate(digits: string): boolean {
  const [day, month, year] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1) return false;
  const february = year % 4 === 0 ? 29 : 28;
  return day <= (month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

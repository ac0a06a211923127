/** Numbers that carry a check digit, as the server judges them (`bff/src/cases/identity-numbers.ts`; held together by a test). */

/** GB 11643: 18 characters, a date of birth that there is, ISO 7064 MOD 11-2. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !isDay(text.slice(6, 14))) return false;
  const sum = Array.from(text.slice(0, 17)).reduce(
    (total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

/** yyyyMMdd */
function isDay(digits: string): boolean {
  const date = new Date(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10).replace(/-/g, '') === digits;
}

const CREDIT_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: 18 characters, MOD 31. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  const sum = Array.from(text.slice(0, 17)).reduce(
    (total, letter, i) => total + CREDIT_LETTERS.indexOf(letter) * (3 ** i % 31),
    0,
  );
  return CREDIT_LETTERS.charAt((31 - (sum % 31)) % 31) === text.charAt(17);
}

/** ISO/IEC 7812: 12 to 19 digits, Luhn. */
export function isBankCard(text: string): boolean {
  if (!/^\d{12,19}$/.test(text)) return false;
  const sum = Array.from(text)
    .reverse()
    .reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

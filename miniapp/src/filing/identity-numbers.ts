/** Numbers that carry a check digit. */

/** GB 11643: 18 characters, ISO 7064 MOD 11-2. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = Array.from(text.slice(0, 17)).reduce(
    (total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11),
    0,
  );
  return '10X98765432'.charAt(sum % 11) === text.charAt(17);
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

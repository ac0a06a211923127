/** Check character of an 18-character ID number (GB 11643-1999) holds. */
export function isIdNumber(text: string): boolean {
  return /^\d{17}[\dX]$/.test(text) && checkedIdNumber(text.slice(0, 17)) === text;
}

/** The ID number that begins with these 17 digits. */
export function checkedIdNumber(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

/** Check character of a 统一社会信用代码 (GB 32100-2015) holds: no I, O, S, V, Z; modulus 31. */
export function isCreditCode(text: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (text.length !== 18 || [...text].some((character) => !alphabet.includes(character))) return false;
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(text.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31) === text.charAt(17);
}

/** Check characters of numbers that people type. Pure. */

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCheckCharacters = '10X98765432';

/** GB 11643: 18 characters, a real date of birth, the right check character. Area codes are not judged: old ones live on. */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false;
  if (!isDate(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false;
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return idCheckCharacters[sum % 11] === text[17]?.toUpperCase();
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100, 统一社会信用代码: 18 characters without I, O, S, V, Z; modulus 31. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of text.slice(0, 17)) {
    sum += creditAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17];
}

/** Luhn, as on bank cards: 12 to 19 digits. */
export function isBankCard(text: string): boolean {
  if (!/^\d{12,19}$/.test(text)) return false;
  const sum = [...text].toReversed().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** A date that exists, `yyyy-MM-dd`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** 不满十四周岁 (个人信息保护法 第二十八条): the day of the fourteenth birthday is not under it. Dates `yyyy-MM-dd`. */
export function isUnderFourteen(birthday: string | null, today: string): boolean {
  if (birthday === null || !isDate(birthday)) return false;
  return `${Number(birthday.slice(0, 4)) + 14}${birthday.slice(4)}` > today;
}

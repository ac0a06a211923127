import { randomInt } from 'node:crypto';

/**
 * The number people quote: region 6, date 8, random 6, check digit (Luhn). Random, so that numbers cannot be counted
 * through; the check digit finds a slip when it is read out on the phone.
 */
export function newCaseNumber(region: string, date: string): string {
  const body = `${region}${date.replaceAll('-', '')}${String(randomInt(1_000_000)).padStart(6, '0')}`;
  return body + String(checkDigit(body));
}

/** What a case is looked for by: people tell how its number ends, in four digits at least. */
export function endOfNumber(number: string): string {
  return number.slice(-4);
}

function checkDigit(body: string): number {
  const sum = [...body].toReversed().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

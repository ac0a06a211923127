import { z } from 'zod';

/** Platforms send codes as text or number, and nothing as null, "" or by leaving it out. */
export const wireText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/** `2020-01-01` or `2020-01-01 00:00:00`; nothing becomes null. */
export const wireDate = wireText.transform((text) => (text === '' ? null : text.slice(0, 10)));

/** Yuan with up to two decimals, as text or number, to integer fen; nothing is 0. */
export const wireMoney = wireText.transform((text, context) => {
  const fen = fenOfYuan(text === '' ? '0' : text);
  if (fen !== undefined) return fen;
  context.addIssue({ code: 'custom', message: 'not an amount' });
  return z.NEVER;
});

/** Exact: never through a floating-point product. */
export function fenOfYuan(yuan: string): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(yuan);
  if (match === null) return undefined;
  const [, sign, whole = '', cents = ''] = match;
  const fen = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** Some send "1" for "01". */
export const wireIdType = wireText.transform((text) => text.padStart(2, '0'));

export const wireYes = wireText.transform((text) => text === '1');

/** How dates and money stand on papers and screens: Asia/Shanghai, 2026年11月25日, 1,234.50 元. */

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `2026-11-25` → 「2026年11月25日」; anything that is no such date stays as it is. */
export function shownDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts === null ? date : `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** `2026-11` → 「2026年11月」 */
export function shownMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  return parts === null ? month : `${parts[1]}年${Number(parts[2])}月`;
}

/** An ISO instant → the day in Shanghai, 「2026年11月25日」 */
export function shownDay(instant: string): string {
  const { year, month, day } = shanghaiParts(instant);
  return shownDate(`${year}-${month}-${day}`);
}

/** An ISO instant → 「2026年11月25日 09:03」 in Shanghai. */
export function shownInstant(instant: string): string {
  const { hour, minute } = shanghaiParts(instant);
  return `${shownDay(instant)} ${hour}:${minute}`;
}

/** 123450 (fen) → `1,234.50` */
export function shownAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in whole fen: ${fen}`);
  const absolute = Math.abs(fen);
  const yuan = String(Math.floor(absolute / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${String(absolute % 100).padStart(2, '0')}`;
}

/** 123450 (fen) → 「1,234.50 元」 */
export function shownMoney(fen: number): string {
  return `${shownAmount(fen)} 元`;
}

/** `ABCDEFGHJKMN` → `ABCD-EFGH-JKMN`: a code is read out and typed in groups. */
export function shownCode(code: string): string {
  return code.replaceAll('-', '').replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** `6222021234567890` → `6222 0212 3456 7890` */
export function shownBankCard(card: string): string {
  return card.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
}

function shanghaiParts(instant: string): Readonly<Record<string, string>> {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an instant: ${instant}`);
  return Object.fromEntries(shanghai.formatToParts(date).map(({ type, value }) => [type, value]));
}

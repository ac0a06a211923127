/**
 * 人民币大写, as 《支付结算办法》附件一 (正确填写票据和结算凭证的基本规定) wants it. Where it leaves a choice — 零 between a
 * zero 元 or 万 digit and what follows — the shorter form is written; 整 stands after 元 and 角, never after 分.
 */
const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;

const YI = 100_000_000;
const WAN = 10_000;

/** 123450 (fen) → 「壹仟贰佰叁拾肆元伍角整」, without 「人民币」 in front. Throws RangeError for anything but whole fen ≥ 0. */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in whole fen: ${fen}`);
  if (fen === 0) return '零元整';
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor((fen % 100) / 10);
  const lastFen = fen % 10;
  const whole = yuan === 0 ? '' : `${capitalNumber(yuan)}元`;
  if (jiao === 0 && lastFen === 0) return `${whole}整`;
  if (jiao === 0) return `${whole}${whole === '' ? '' : '零'}${digit(lastFen)}分`;
  return `${whole}${digit(jiao)}角${lastFen === 0 ? '整' : `${digit(lastFen)}分`}`;
}

/** A whole number > 0 in capitals; 万 and 亿 repeat above 万亿 as they are read. */
function capitalNumber(value: number): string {
  for (const [unit, name] of [
    [YI, '亿'],
    [WAN, '万'],
    [1000, '仟'],
    [100, '佰'],
    [10, '拾'],
  ] as const) {
    if (value < unit) continue;
    const rest = value % unit;
    // A rest that does not reach the next lower place leaves a gap of zeros, which is read as one 零.
    const gap = rest > 0 && rest < unit / 10 ? '零' : '';
    return `${capitalNumber(Math.floor(value / unit))}${name}${gap}${rest === 0 ? '' : capitalNumber(rest)}`;
  }
  return digit(value);
}

function digit(value: number): string {
  return digits[value] ?? '';
}

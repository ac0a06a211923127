import { capitalAmount } from '../documents/capital-amount.js';

const digits = new Map(Array.from('零壹贰叁肆伍陆柒捌玖', (character, value) => [character, value]));
const places = new Map([
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
]);
/** Other ways of writing the same, as printers and the model have them. */
const variants = new Map([
  ['〇', '零'],
  ['○', '零'],
  ['貳', '贰'],
  ['弍', '贰'],
  ['參', '叁'],
  ['叄', '叁'],
  ['陸', '陆'],
  ['圆', '元'],
  ['圓', '元'],
  ['億', '亿'],
  ['萬', '万'],
  ['正', '整'],
]);

/**
 * 「壹仟贰佰叁拾肆元伍角整」 → 123450 (fen); null for what is not an amount as 《支付结算办法》 wants it written. Where it leaves
 * a choice of writing 零 or 整, either is taken.
 */
export function readCapitalAmount(written: string): number | null {
  const text = [...written]
    .map((character) => variants.get(character) ?? character)
    .join('')
    .replace(/^(?:人民币)?拾/, '壹拾');
  const parts = /^(?:人民币)?(?:(?<whole>[^元]+)元)?(?<rest>[^元]*)$/u.exec(text)?.groups;
  const tail = /^零?(?:(?<jiao>[壹贰叁肆伍陆柒捌玖])角)?零?(?:(?<fen>[壹贰叁肆伍陆柒捌玖])分)?整?$/u.exec(
    parts?.['rest'] ?? '',
  )?.groups;
  if (parts === undefined || tail === undefined) return null;
  const yuan = parts['whole'] === undefined ? 0 : wholeNumber(parts['whole']);
  if (yuan === null) return null;
  const fen = yuan * 100 + (digits.get(tail['jiao'] ?? '零') ?? 0) * 10 + (digits.get(tail['fen'] ?? '零') ?? 0);
  // Written anew it must be the same, so that nothing out of order is taken for a number.
  return Number.isSafeInteger(fen) && bare(capitalAmount(fen)) === bare(text) ? fen : null;
}

/** What is left when what may be there or not is taken away. */
function bare(text: string): string {
  const written = text.replace(/^人民币/, '').replaceAll('整', '');
  return written === '零元' ? written : written.replaceAll('零', '');
}

function wholeNumber(text: string): number | null {
  let [sum, section, digit] = [0, 0, 0];
  for (const character of text) {
    const value = digits.get(character);
    const place = places.get(character);
    if (value !== undefined) digit = value;
    else if (place !== undefined) [section, digit] = [section + (digit === 0 ? 1 : digit) * place, 0];
    else if (character === '万') [sum, section, digit] = [sum + (section + digit) * 10_000, 0, 0];
    else if (character === '亿') [sum, section, digit] = [(sum + section + digit) * 100_000_000, 0, 0];
    else return null;
  }
  return sum + section + digit;
}

import type { Read, ReadField, ReadItem, ReceiptReading } from '@yiban/shared-types/reading';
import { readCapitalAmount } from './capital-amounts.js';
import {
  asWritten,
  field,
  fieldWhere,
  inOneRow,
  spanOf,
  sureFrom,
  type PageOfText,
  type Piece,
  type Span,
} from './page-of-text.js';
import { readReceiptCode, type ReceiptCode } from './receipt-codes.js';
import { datePattern, readDate, readSum, sumPattern } from './written-values.js';

const date = new RegExp(`^${datePattern.source}`, 'u');
const sum = new RegExp(`^[¥Y半羊\\s]{0,2}${sumPattern.source}`, 'u');
/** As far as the last word that a name of an institution ends with. */
const institution =
  /^[\p{Script=Han}()\dA-Za-z]{1,40}(?:医院|卫生院|卫生室|保健院|门诊部|诊所|医学院|服务中心|服务站|药房|药店|研究所|中心)(?:\([\p{Script=Han}]+\))?/u;
const personName = /^[\p{Script=Han}·]{2,12}/u;
const capitals = /^[\p{Script=Han}〇○]{2,}/u;

/** A receipt from its print and, where it has one, its QR code, which is read before the print. */
export function readReceipt(page: PageOfText, codes: readonly string[]): ReceiptReading {
  const code = codes.map(readReceiptCode).find((read) => read !== null) ?? null;
  const { total, totalInCapitals } = totals(page, code);
  return {
    kind: 'receipt',
    code: settled(code?.code ?? null, fieldWhere(page.after(/票据代[码号]/u, /^\d{4,14}/u), asWritten, isReceiptCode)),
    number: settled(
      code?.number ?? null,
      fieldWhere(page.after(/票据号[码号]/u, /^\d{4,22}/u), asWritten, isReceiptNumber),
    ),
    checkCode: settled(
      code?.checkCode ?? null,
      fieldWhere(page.after(/校验码/u, /^[0-9A-Za-z]{4,8}/u), asWritten, isCheckCode),
    ),
    payer: field(page.after(/交款人(?!统一)/u, personName), asWritten),
    date: settled(code?.date ?? null, field(page.after(/开票日期/u, date), readDate)),
    total,
    totalInCapitals,
    ...payments(page, total),
    own: field(page.after(/个人自付/u, sum), readSum),
    hospital: field(page.after(/收款单位(?:\(章\))?/u, institution), asWritten),
    items: itemsOn(page),
  };
}

/** Domain rule of the fiscal receipts, 6, 8 or 10 digits (gateways.md, Receipts). */
const isReceiptCode = (text: string): boolean => /^(\d{6}|\d{8}|\d{10})$/.test(text);
const isReceiptNumber = (text: string): boolean => /^(\d{8}|\d{10}|\d{20})$/.test(text);
const isCheckCode = (text: string): boolean => /^[0-9A-Za-z]{6}$/.test(text);

/** The code's word stands; where the print says something else, the person looks. */
function settled(byCode: string | null, byPrint: Read<string>): Read<string> {
  if (byCode === null) return byPrint;
  const contradicted = byPrint?.confidence === 'sure' && byPrint.value !== byCode;
  return { value: byCode, confidence: contradicted ? 'unsure' : 'sure' };
}

function totals(page: PageOfText, code: ReceiptCode | null): Pick<ReceiptReading, 'total' | 'totalInCapitals'> {
  const inFigures = field(page.after(/小写\)?/u, sum) ?? page.after(/合计(?!\(?大写)/u, sum), readSum);
  const inCapitals = field(page.after(/大写\)?/u, capitals), readCapitalAmount);
  const said = [code?.total ?? null, inFigures?.value ?? null, inCapitals?.value ?? null].filter(
    (value) => value !== null,
  );
  // Two that agree are right, however dim the print: they are written in different characters.
  const agreed = said.length >= 2 && said.every((value) => value === said[0]);
  const confidence = agreed ? ('sure' as const) : ('unsure' as const);
  const value = code?.total ?? inFigures?.value ?? inCapitals?.value;
  return {
    total: value === undefined ? null : { value, confidence },
    totalInCapitals: inCapitals === null ? null : { value: inCapitals.value, confidence },
  };
}

/** Who paid how much. What adds up to the total is right; what does not is looked at by the person. */
function payments(page: PageOfText, total: Read<number>): Pick<ReceiptReading, 'fund' | 'account' | 'cash'> {
  const fund = field(page.after(/(?:医保)?统筹基金支付/u, sum), readSum);
  const account = field(page.after(/个人账[户号]支付/u, sum), readSum);
  const cash = field(page.after(/(?:个人)?现金支付/u, sum), readSum);
  const other = field(page.after(/其[他它]支付/u, sum), readSum);
  const parts = [fund, account, cash].filter((part) => part !== null);
  if (parts.length < 3 || total?.confidence !== 'sure') return { fund, account, cash };
  const paid = parts.reduce((added, { value }) => added + value, other?.value ?? 0);
  const marked = (part: Read<number>): Read<number> =>
    part === null ? null : { value: part.value, confidence: paid === total.value ? 'sure' : 'unsure' };
  return { fund: marked(fund), account: marked(account), cash: marked(cash) };
}

/** Names and amounts between the table's head and the total. */
function itemsOn(page: PageOfText): readonly ReadItem[] {
  const head = page.pieces.find(({ text }) => /项目(?:名称)?$/u.test(text));
  const end = page.pieces.find(({ text }) => /合计/u.test(text));
  if (head === undefined || end === undefined) return [];
  const body = page.pieces.filter(
    (piece) => piece.top > head.top + head.height * 0.7 && piece.top < end.top - end.height * 0.5,
  );
  return body.filter(isItemName).flatMap((name) => itemOf(name, body));
}

const isItemName = ({ text }: Piece): boolean => /^[\p{Script=Han}()A-Za-z]{2,20}$/u.test(text);
const isAmount = ({ text }: Piece): boolean => new RegExp(`^${sumPattern.source}$`, 'u').test(text);

function itemOf(name: Piece, body: readonly Piece[]): readonly ReadItem[] {
  const right = body
    .filter((piece) => piece !== name && inOneRow(name, piece) && piece.left > name.left)
    .toSorted((a, b) => a.left - b.left);
  const next = right.findIndex(isItemName);
  const amount = (next === -1 ? right : right.slice(0, next)).findLast(isAmount);
  if (amount === undefined) return [];
  const fen = readSum(amount.text);
  return fen === null ? [] : [{ name: name.text, amount: fen, confidence: confidenceOf([whole(name), whole(amount)]) }];
}

const whole = (piece: Piece): Span => spanOf(piece, 0, piece.text.length);

function confidenceOf(spans: readonly Span[]): ReadField<unknown>['confidence'] {
  return spans.every(({ sureness }) => sureness >= sureFrom) ? 'sure' : 'unsure';
}

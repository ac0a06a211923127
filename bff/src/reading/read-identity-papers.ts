/** Identity cards, pages of the household register and bank cards. */
import type { BankCardReading, HouseholdRegisterReading, IdentityCardReading, Read } from '@yiban/shared-types/reading';
import { isBankCard, isIdNumber } from '../cases/identity-numbers.js';
import {
  asWritten,
  checkedField,
  field,
  inOneRow,
  spanOf,
  type PageOfText,
  type Piece,
  type Span,
} from './page-of-text.js';
import { datePattern, readDate } from './written-values.js';

const date = new RegExp(`^${datePattern.source}`, 'u');
const personName = /^[\p{Script=Han}·]{2,12}/u;

export function readIdentityCard(page: PageOfText): IdentityCardReading {
  const idNumber = idNumberOn(page);
  return {
    kind: 'identity-card',
    name: field(page.after(/^姓\s?名/u, personName), asWritten),
    idNumber,
    birthday: agreed(field(page.after(/^出\s?生/u, date), readDate), idNumber),
    address: field(cardAddress(page), addressAsWritten),
    authority: field(page.after(/签发机关/u, /^[\p{Script=Han}]{4,30}/u), asWritten),
    validFrom: field(validity(page, 0), readDate),
    validUntil: field(validity(page, 1), (text) => (text.includes('长期') ? 'long-term' : readDate(text))),
  };
}

export function readHouseholdRegister(page: PageOfText): HouseholdRegisterReading {
  const idNumber = idNumberOn(page);
  return {
    kind: 'household-register',
    name: field(page.after(/^姓\s?名/u, personName), asWritten),
    idNumber,
    birthday: agreed(field(page.after(/^出生(?:日期|年月日)?/u, date), readDate), idNumber),
    address: field(page.after(/^(?:本市\(县\)其他)?住\s?址/u, /^.{6,80}$/u), addressAsWritten),
    movedInOn: field(page.after(/迁来本址/u, date) ?? page.after(/迁来本市\(?县?\)?/u, date), readDate),
  };
}

export function readBankCard(page: PageOfText): BankCardReading {
  const bank = page.all(/[\p{Script=Han}]{2,12}(?:银行|信用社|信用联社)/u)[0]?.span ?? null;
  return {
    kind: 'bank-card',
    number: checkedField(cardNumber(page), (text) => (/^\d{15,19}$/.test(text) ? text : null), isBankCard),
    bank: field(bank, asWritten),
  };
}

/** A room is 「630室」: the letter stands in no number. */
const addressAsWritten = (text: string): string => text.trim().replaceAll(/(?<=\d)[Oo]|[Oo](?=\d)/gu, '0');

/** 18 characters anywhere on the paper. */
function idNumberOn(page: PageOfText): Read<string> {
  const found = page
    .all(/\d[\d\s]{16,20}[\dXx]/u)
    .map(({ span }) => ({ ...span, text: span.text.replaceAll(/\s/gu, '').toUpperCase() }));
  const likely = found.find(({ text }) => isIdNumber(text)) ?? found.find(({ text }) => text.length === 18) ?? null;
  return checkedField(likely, asWritten, isIdNumber);
}

/** The date of birth stands twice: written, and in the number. */
function agreed(written: Read<string>, idNumber: Read<string>): Read<string> {
  const inNumber = idNumber === null ? null : readDate(idNumber.value.slice(6, 14));
  if (inNumber === null || idNumber === null) return written;
  if (written === null) return { value: inNumber, confidence: idNumber.confidence };
  if (written.value === inNumber) return { value: inNumber, confidence: 'sure' };
  return idNumber.confidence === 'sure'
    ? { value: inNumber, confidence: 'unsure' }
    : { ...written, confidence: 'unsure' };
}

/** An address runs over up to three rows, each under the one before. */
function cardAddress(page: PageOfText): Span | null {
  const label = page.pieces.find(({ text }) => /^住\s?址/u.test(text));
  if (label === undefined) return null;
  const own = label.text.replace(/^住\s?址[\s:]*/u, '');
  const right = page.rightOf(label)[0];
  const first = own === '' ? right : label;
  if (first === undefined) return null;
  const start = own === '' ? 0 : first.text.length - own.length;
  const left = own === '' ? first.left : first.left + (first.width * start) / first.text.length;
  const rows: Span[] = [spanOf(first, start, first.text.length - start)];
  let above: Piece = first;
  for (;;) {
    const next = page.pieces.find(
      (piece) =>
        piece.top > above.top + above.height * 0.5 &&
        piece.top < above.top + above.height * 2.6 &&
        Math.abs(piece.left - left) < above.height * 1.2 &&
        !/\d{15}/u.test(piece.text),
    );
    if (next === undefined || rows.length === 4) break;
    rows.push(spanOf(next, 0, next.text.length));
    above = next;
  }
  return { text: rows.map(({ text }) => text).join(''), sureness: Math.min(...rows.map(({ sureness }) => sureness)) };
}

function validity(page: PageOfText, end: 0 | 1): Span | null {
  const both = page.after(
    /有效期限/u,
    new RegExp(`^${datePattern.source}\\s?[-一~至]\\s?(?:\\d[\\d.年月日]+|长期)`, 'u'),
  );
  if (both === null) return null;
  const cut = /^(?<from>[\d.]{8,10})\s?[-一~至]\s?(?<until>.+)$/u.exec(both.text)?.groups;
  const text = end === 0 ? cut?.['from'] : cut?.['until'];
  return text === undefined ? null : { text, sureness: both.sureness };
}

/** The longest run of digits in a row, whether it was found as one text or in groups of four. */
function cardNumber(page: PageOfText): Span | null {
  const digits = page.all(/^[\d\s]{4,26}$/u);
  const runs = digits.map(({ piece }) => {
    const row = digits.filter((other) => inOneRow(piece, other.piece)).toSorted((a, b) => a.piece.left - b.piece.left);
    return {
      text: row.map(({ span }) => span.text.replaceAll(/\s/gu, '')).join(''),
      sureness: Math.min(...row.map(({ span }) => span.sureness)),
    };
  });
  const longest = runs.toSorted((a, b) => b.text.length - a.text.length)[0];
  return longest ?? null;
}

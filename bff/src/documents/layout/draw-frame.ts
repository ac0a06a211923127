/** What stands around the text: title, seal with verification, foot of every page. */
import type { DocumentContent } from '../document-content.js';
import { drawQr } from './draw-qr.js';
import { page, type Sheet } from './sheet.js';
import { body, faint, ink, type TextStyle, type Typesetter } from './typesetter.js';

const agencyText: TextStyle = { size: 13, weight: 'regular', colour: ink, leading: 1.5 };
const titleText: TextStyle = { size: 21, weight: 'bold', colour: ink, leading: 1.5 };
const small: TextStyle = { size: 8.5, weight: 'regular', colour: faint, leading: 1.5 };
const numberText: TextStyle = { ...small, size: 9.5, colour: ink };
const codeText: TextStyle = { ...small, size: 10, weight: 'bold', colour: ink };
const QR_SIZE = 68;

export function drawTitle(sheet: Sheet, content: DocumentContent): void {
  if (content.agency !== null) centred(sheet, content.agency, agencyText);
  centred(sheet, content.title, titleText);
  sheet.y += 4;
  if (content.number !== null) {
    const top = sheet.y;
    sheet.type.line(`编号：${content.number}`, numberText, { x: sheet.left, top, width: sheet.width, align: 'right' });
    sheet.y += sheet.type.lineHeight(numberText);
  }
  sheet.y += 3;
  const right = sheet.left + sheet.width;
  sheet.pdf.lineWidth(1).moveTo(sheet.left, sheet.y).lineTo(right, sheet.y).stroke(ink);
  sheet.y += 12;
}

/** QR and code on the left, place of the seal on the right; kept on one page. */
export function drawClosing(sheet: Sheet, { seal, verification }: DocumentContent): void {
  if (seal === null && verification === null) return;
  sheet.keep(QR_SIZE + 20);
  sheet.space(20);
  const top = sheet.y;
  if (verification !== null) {
    drawQr(sheet.pdf, verification.url, sheet.left, top, QR_SIZE);
    const x = sheet.left + QR_SIZE + 10;
    const lines: readonly (readonly [string, TextStyle])[] = [
      ['扫码核验真伪', small],
      ['核验码', small],
      [verification.code, codeText],
    ];
    for (const [index, [text, style]] of lines.entries()) {
      sheet.type.line(text, style, { x, top: top + 8 + index * 17, width: 150 });
    }
  }
  if (seal !== null) {
    const x = sheet.left + sheet.width - 220;
    for (const [index, text] of [seal.agency, '（经办机构盖章）', seal.date].entries()) {
      sheet.type.line(text, body, { x, top: top + 4 + index * 21, width: 220, align: 'center' });
    }
  }
  sheet.y = top + QR_SIZE;
}

/** On every page: what it is, how to check it, which page of how many. */
export function drawFooters(type: Typesetter, content: DocumentContent): void {
  const { start, count } = type.pdf.bufferedPageRange();
  const left = [
    content.number === null ? content.title : `${content.title}　${content.number}`,
    content.verification === null ? null : `核验码 ${content.verification.code}，可扫末页二维码核对真伪`,
  ];
  const width = page.width - page.left - page.right;
  for (let index = 0; index < count; index += 1) {
    type.pdf.switchToPage(start + index);
    const top = page.height - page.bottom + 20;
    type.pdf
      .lineWidth(0.5)
      .moveTo(page.left, top)
      .lineTo(page.left + width, top)
      .stroke('#b4b9be');
    const box = { x: page.left, top: top + 4, width };
    type.line(left.filter((text) => text !== null).join('　｜　'), small, box);
    type.line(`第 ${index + 1} 页，共 ${count} 页`, small, { ...box, align: 'right' });
  }
}

function centred(sheet: Sheet, text: string, style: TextStyle): void {
  for (const line of sheet.type.lines(text, style, sheet.width)) {
    sheet.type.line(line, style, { x: sheet.left, top: sheet.y, width: sheet.width, align: 'center' });
    sheet.y += sheet.type.lineHeight(style);
  }
}

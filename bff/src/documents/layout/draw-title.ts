/** Head of the first page: agency and title in the middle, the number below, the QR for checking in the corner. */
import type { DocumentContent } from '../document-content.js';
import { shownCode } from '../shown-values.js';
import { drawQr } from './draw-qr.js';
import type { Sheet } from './sheet.js';
import { faint, ink, type TextStyle } from './typesetter.js';

const agencyText: TextStyle = { size: 13, weight: 'regular', colour: ink, leading: 1.5 };
const titleText: TextStyle = { size: 21, weight: 'bold', colour: ink, leading: 1.45 };
const longTitleText: TextStyle = { ...titleText, size: 17 };
const numberText: TextStyle = { size: 9.5, weight: 'regular', colour: ink, leading: 1.5 };
const codeText: TextStyle = { size: 8, weight: 'regular', colour: faint, leading: 1.4 };
const QR_SIZE = 60;
/** White below the QR, so that a reader finds its edge. */
const QUIET = 6;
/** Kept free on both sides, so that the title stands in the middle of the page beside a QR or without one. */
const CORNER = 104;

export function drawTitle(sheet: Sheet, content: DocumentContent): void {
  const { verification } = content;
  const top = sheet.y;
  if (content.agency !== null) centred(sheet, content.agency, agencyText);
  else sheet.y += 10;
  const fits = sheet.type.width(content.title, titleText) <= sheet.width - 2 * CORNER;
  centred(sheet, content.title, fits ? titleText : longTitleText);
  sheet.y += 6;
  if (content.number !== null) {
    sheet.type.line(`编号：${content.number}`, numberText, { x: sheet.left, top: sheet.y, width: sheet.width });
    sheet.y += sheet.type.lineHeight(numberText);
  }
  const right = sheet.left + sheet.width;
  if (verification !== null) {
    drawQr(sheet.pdf, verification.url, right - QR_SIZE, top - 6, QR_SIZE);
    // On a screen nobody can scan what they hold: there the code is tapped.
    sheet.pdf.link(right - QR_SIZE, top - 6, QR_SIZE, QR_SIZE, verification.url);
    const box = { x: right - 120, top: top - 6 + QR_SIZE + QUIET, width: 120, align: 'right' as const };
    sheet.type.line(`核验码 ${shownCode(verification.code)}`, codeText, box);
    sheet.y = Math.max(sheet.y, box.top + sheet.type.lineHeight(codeText));
  }
  sheet.y += 3;
  sheet.pdf.lineWidth(1).moveTo(sheet.left, sheet.y).lineTo(right, sheet.y).stroke(ink);
  sheet.y += 10;
}

function centred(sheet: Sheet, text: string, style: TextStyle): void {
  const width = sheet.width - 2 * CORNER;
  for (const line of evenLines(sheet, text, style, width)) {
    sheet.type.line(line, style, { x: sheet.left + CORNER, top: sheet.y, width, align: 'center' });
    sheet.y += sheet.type.lineHeight(style);
  }
}

/** Lines of about one length: a long title does not leave a single character below. */
function evenLines(sheet: Sheet, text: string, style: TextStyle, width: number): readonly string[] {
  const full = sheet.type.lines(text, style, width);
  const even = sheet.type.lines(text, style, sheet.type.width(text, style) / full.length + style.size);
  return even.length === full.length ? even : full;
}

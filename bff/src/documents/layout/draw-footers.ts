/** Foot of every page: which paper it belongs to, how to check it, which page of how many. */
import type { DocumentContent } from '../document-content.js';
import { shownCode } from '../shown-values.js';
import { page } from './sheet.js';
import { faint, type TextStyle, type Typesetter } from './typesetter.js';

const small: TextStyle = { size: 8, weight: 'regular', colour: faint, leading: 1.5 };

export function drawFooters(type: Typesetter, content: DocumentContent): void {
  const { start, count } = type.pdf.bufferedPageRange();
  const width = page.width - page.left - page.right;
  const top = page.height - page.bottom + 18;
  const label = labelThatFits(type, content, width - 90);
  for (let index = 0; index < count; index += 1) {
    type.pdf.switchToPage(start + index);
    type.pdf
      .lineWidth(0.5)
      .moveTo(page.left, top)
      .lineTo(page.left + width, top)
      .stroke('#b4b9be');
    const box = { x: page.left, top: top + 4, width };
    type.line(label, small, box);
    type.line(`第 ${index + 1} 页，共 ${count} 页`, small, { ...box, align: 'right' });
  }
}

/** A long title gives way to the number, which says the same. */
function labelThatFits(type: Typesetter, { title, number, verification }: DocumentContent, width: number): string {
  const check =
    verification === null ? [] : [`扫首页二维码或在“医保易办”输入核验码 ${shownCode(verification.code)}，可核对真伪`];
  const name = [title, ...(number === null ? [] : [number])];
  const long = [...name, ...check].join('　');
  if (type.width(long, small) <= width) return long;
  const short = [number ?? title, ...check].join('　');
  return type.width(short, small) <= width ? short : (check[0] ?? number ?? '');
}

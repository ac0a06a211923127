/** A QR code as filled squares: sharp at any size, and small. */
import qrcode from 'qrcode-generator';

export function drawQr(pdf: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const module = size / count;
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue;
      // One rectangle a run of dark modules: no hairlines between squares, a third of the size.
      let end = column + 1;
      while (end < count && code.isDark(row, end)) end += 1;
      pdf.rect(x + column * module, y + row * module, (end - column) * module, module);
      column = end;
    }
  }
  pdf.fill('#000000');
}

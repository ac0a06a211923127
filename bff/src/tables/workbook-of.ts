import type { Sheet } from 'write-excel-file/node';

/** The bytes of an .xlsx with these sheets. What writes it is loaded with the first one, not at start. */
export async function workbookOf(sheets: Sheet<Buffer>[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(sheets).toBuffer();
}

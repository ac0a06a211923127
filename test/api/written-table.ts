/** Workbooks as people hand them in, and worse. */
import { strToU8, zipSync } from 'fflate';
import writeExcelFile, { type Cell } from 'write-excel-file/node';

/** A workbook of one sheet; the first row names the columns. */
export async function writtenTable(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  return writeExcelFile(rows.map((row) => [...row])).toBuffer();
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up identity number with its right check character; the area code was never issued. */
export function identityNumber(n: number): string {
  const body = `62010019900101${String(n % 1000).padStart(3, '0')}`.replace(
    '19900101',
    `${1960 + Math.floor(n / 1000)}0101`,
  );
  const sum = identityWeights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

/** An archive that says it is a workbook and would unpack to far more than a table can be. */
export function bomb(): Buffer {
  const zeros = new Uint8Array(32 * 1024 * 1024);
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': zeros,
      'xl/worksheets/sheet2.xml': zeros,
    }),
  );
}

/** The same, but its directory says that the parts are small. */
export function lyingBomb(): Buffer {
  const archive = bomb();
  for (let at = 0; (at = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at)) >= 0; at += 46)
    archive.writeUInt32LE(1000, at + 24);
  return archive;
}

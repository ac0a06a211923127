/** The parts of an .xlsx that hold its cells, unpacked within limits and packed again. Pure. */
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate';

/** Bytes of all parts together, unpacked: 5,000 rows of 20 columns are a tenth of it. */
const mostUnpacked = 48 * 1024 * 1024;
/** Parts of the archive that are looked at. */
const mostParts = 60;
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;

/** What says no to an archive: it is no workbook, or it would unpack to more than a table can be. */
export class ArchiveRefused extends Error {
  constructor(readonly failure: 'table-not-xlsx' | 'table-too-large') {
    super(failure);
  }
}

/**
 * The same workbook with nothing in it but its cells: no macros, pictures, links. The size that a part declares is the
 * size of the buffer that fflate unpacks into, so an archive that lies about it cannot take more than it declared.
 */
export function cellsOnly(bytes: Uint8Array): Uint8Array {
  let unpacked = 0;
  let parts = 0;
  const filter = ({ name, originalSize, size }: UnzipFileInfo): boolean => {
    if (!wanted.test(name)) return false;
    // Deflate adds a few bytes to what it cannot shrink, never more: the directory lies.
    if (size > originalSize + 1024) throw new ArchiveRefused('table-not-xlsx');
    unpacked += originalSize;
    parts += 1;
    if (unpacked > mostUnpacked || parts > mostParts) throw new ArchiveRefused('table-too-large');
    return true;
  };
  const found = unpack(bytes, filter);
  if (found['xl/workbook.xml'] === undefined) throw new ArchiveRefused('table-not-xlsx');
  return zipSync(found, { level: 0 });
}

function unpack(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof ArchiveRefused ? error : new ArchiveRefused('table-not-xlsx');
  }
}

import { StreamableFile } from '@nestjs/common';
import type { WrittenTable } from './case-tables.service.js';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** RFC 6266, with the Chinese name in the way of RFC 8187. */
export function asDownload({ name, bytes }: WrittenTable): StreamableFile {
  return new StreamableFile(bytes, {
    type: xlsx,
    disposition: `attachment; filename="table.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
  });
}

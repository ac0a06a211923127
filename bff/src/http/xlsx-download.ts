import { StreamableFile } from '@nestjs/common';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Workbook {
  /** Without its ending. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** RFC 6266, with the Chinese name in the way of RFC 8187; `plain` is for programs that know nothing of it. */
export function asDownload({ name, bytes }: Workbook, plain = 'table'): StreamableFile {
  return new StreamableFile(bytes, {
    type: xlsx,
    disposition: `attachment; filename="${plain}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
  });
}

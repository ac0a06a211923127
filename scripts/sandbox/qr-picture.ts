import { deflateSync, crc32 } from 'node:zlib';
import makeQrCode from 'qrcode-generator';

const MODULE_PIXELS = 10;
const QUIET_MODULES = 4;

/** Dark or light, row by row, with the quiet zone around it. */
function modules(text: string): boolean[][] {
  const code = makeQrCode(0, 'M');
  code.addData(text, 'Numeric');
  code.make();
  const size = code.getModuleCount() + 2 * QUIET_MODULES;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => {
      const [y, x] = [row - QUIET_MODULES, column - QUIET_MODULES];
      return y >= 0 && x >= 0 && y < code.getModuleCount() && x < code.getModuleCount() && code.isDark(y, x);
    }),
  );
}

export function qrSvg(text: string): string {
  const rows = modules(text);
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const box = `0 0 ${rows.length} ${rows.length}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${path}"/></svg>`;
}

/** One bit a pixel, grey scale: a photo of a credential for the picture path. */
export function qrPng(text: string): Buffer {
  const rows = modules(text);
  const width = rows.length * MODULE_PIXELS;
  const lines = rows.flatMap((row) => {
    const line = Buffer.alloc(1 + Math.ceil(width / 8));
    for (let x = 0; x < width; x++) {
      const dark = row[Math.floor(x / MODULE_PIXELS)] === true;
      if (!dark) line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
    return Array.from({ length: MODULE_PIXELS }, () => line);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 1;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Pictures of a QR code for tests: a PNG as someone's screenshot, a Y4M clip as what the camera sees. */
import { deflateSync, crc32 } from 'node:zlib';
import qrcode from 'qrcode-generator';

interface GrayPicture {
  width: number;
  height: number;
  /** One byte a pixel, row by row. */
  pixels: Uint8Array;
}

export function qrPng(text: string): Uint8Array {
  return png(qrPicture(text, 600, 800));
}

/** One frame is enough: Chromium plays the file over and over. */
export function qrCameraClip(text: string): Uint8Array {
  const { width, height, pixels } = qrPicture(text, 640, 480);
  const chroma = Buffer.alloc((width * height) / 2, 128);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), pixels, chroma]);
}

/** The code in the middle of a light picture, with its quiet zone. */
function qrPicture(text: string, width: number, height: number): GrayPicture {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const scale = Math.floor((Math.min(width, height) * 0.75) / modules);
  const left = Math.floor((width - modules * scale) / 2);
  const top = Math.floor((height - modules * scale) / 2);
  const pixels = new Uint8Array(width * height).fill(235);
  for (let y = 0; y < modules * scale; y += 1) {
    for (let x = 0; x < modules * scale; x += 1) {
      const dark = code.isDark(Math.floor(y / scale), Math.floor(x / scale));
      pixels[(top + y) * width + left + x] = dark ? 16 : 235;
    }
  }
  return { width, height, pixels };
}

function png({ width, height, pixels }: GrayPicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8); // 8 bits, grey
  const rows = Buffer.alloc((width + 1) * height); // each row begins with filter 0
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(typed.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(typed, 4);
  out.writeUInt32BE(crc32(typed), typed.length + 4);
  return out;
}

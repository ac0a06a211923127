/** Files that nobody should send, each with a name that says what it is. All of them carry the mark, where they can. */
import { deflateRawSync, deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

export const mark = 'YIBAN-HOSTILE-PAYLOAD';
const script = `<html><script>alert("${mark}")</script></html>`;

export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function hostileFiles(random: () => number): Promise<readonly HostileFile[]> {
  const picture = sharp({
    create: {
      width: 900,
      height: 700,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
      background: '#888',
    },
  });
  const base = {
    jpeg: await picture.clone().jpeg({ quality: 60 }).toBuffer(),
    png: await picture.clone().png({ compressionLevel: 1 }).toBuffer(),
    webp: await picture.clone().webp({ quality: 40 }).toBuffer(),
    tiff: await picture.clone().tiff().toBuffer(),
    gif: await picture.clone().gif().toBuffer(),
  };
  const files: HostileFile[] = [];
  const add = (name: string, bytes: Buffer | string): void => {
    files.push({ name, bytes: Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes) });
  };
  for (const [kind, bytes] of Object.entries(base)) {
    for (let i = 1; i <= 14; i += 1)
      add(`${kind} cut at ${i}/15`, bytes.subarray(0, Math.floor((bytes.length * i) / 15)));
    for (let i = 0; i < 14; i += 1) add(`${kind} with bytes changed ${i}`, changed(bytes, random, 1 + i * 3));
    add(`${kind} with a page behind it`, Buffer.concat([bytes, Buffer.from(script)]));
    add(`${kind} with a zip behind it`, Buffer.concat([bytes, zip(Buffer.from(script))]));
    add(`${kind} with a PDF in front`, Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes]));
    add(`${kind} with a page in front`, Buffer.concat([Buffer.from(script), bytes]));
    add(`first bytes of ${kind}, then a page`, Buffer.concat([bytes.subarray(0, 12), Buffer.from(script)]));
    add(`first bytes of ${kind}, then nothing`, bytes.subarray(0, 8));
  }
  add(
    'svg with a script',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('${mark}')"><script>${mark}</script></svg>`,
  );
  add(
    'svg that reaches out',
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text><image href="http://127.0.0.1/${mark}"/></svg>`,
  );
  add(
    'a billion laughs',
    `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${'ha'.repeat(9)}"><!ENTITY b "${'&a;'.repeat(9)}">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>`,
  );
  add(
    'pdf with JavaScript',
    `%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert("${mark}"))>>>>endobj\ntrailer<</Root 1 0 R>>`,
  );
  add('page', script);
  add('executable', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 0x90), Buffer.from(mark)]));
  add('elf', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(4000), Buffer.from(mark)]));
  add('shell script', `#!/bin/sh\necho ${mark}\n`);
  add('zip', zip(Buffer.from(script)));
  add('zip bomb', zip(Buffer.alloc(100_000_000)));
  add('zeros', Buffer.alloc(2_000_000));
  add('one byte', 'x');
  for (const [width, height] of [
    [65_535, 65_535],
    [65_535, 1],
    [1, 65_535],
    [50_000, 50_000],
    [0, 0],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [30_000, 30_000],
  ] as const) {
    add(`png that says ${width}×${height}`, pngOf(width, height, deflateSync(Buffer.alloc(1000))));
    add(`jpeg that says ${width}×${height}`, jpegOf(base.jpeg, width & 0xffff, height & 0xffff));
  }
  add('png bomb 20000×20000', pngOf(20_000, 20_000, deflateSync(Buffer.alloc(20_000 * 2501))));
  const frames = sharp(Buffer.alloc(60 * 60 * 3 * 40), {
    raw: { width: 60, height: 2400, channels: 3, pageHeight: 60 },
  });
  add('animated gif', await frames.clone().gif().toBuffer());
  add('animated webp', await frames.clone().webp().toBuffer());
  for (let i = 1; i <= 8; i += 1) add(`jpeg with ${i * 10} blocks of EXIF`, withSegments(base.jpeg, i * 10));
  add('jpeg with a comment of script', withSegments(base.jpeg, 1));
  add(
    'jpeg with where it was taken',
    await picture
      .clone()
      .withExif({ IFD0: { Copyright: mark }, IFD3: { GPSLatitude: '36/1 3/1 0/1' } })
      .jpeg()
      .toBuffer(),
  );
  for (const brand of ['heic', 'mif1', 'avif', 'msf1'])
    add(`${brand} of rubbish`, Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`), Buffer.alloc(3000, 7)]));
  return files;
}

function changed(bytes: Buffer, random: () => number, count: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < count; i += 1) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return copy;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function pngOf(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

/** The frame header says another size than there is. */
function jpegOf(jpeg: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(jpeg);
  for (let i = 2; i < copy.length - 9; i += 2 + copy.readUInt16BE(i + 2)) {
    if (copy[i] !== 0xff) break;
    if (copy[i + 1] !== 0xc0 && copy[i + 1] !== 0xc2) continue;
    copy.writeUInt16BE(height, i + 5);
    copy.writeUInt16BE(width, i + 7);
    break;
  }
  return copy;
}

function withSegments(jpeg: Buffer, count: number): Buffer {
  const payload = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08'),
    Buffer.alloc(60_000, 0xff),
    Buffer.from(script),
  ]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  const segments = Array.from({ length: count }, () => Buffer.concat([head, payload]));
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** One deflated file, as any unzipper takes it. */
function zip(data: Buffer): Buffer {
  const packed = deflateRawSync(data);
  const name = Buffer.from('index.html');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc32(data), 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  return Buffer.concat([local, name, packed]);
}

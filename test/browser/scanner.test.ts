/** Getting a credential's QR into the browser build: by the camera, by a photo, and when neither works. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildGallery } from '../gallery-build.ts';
import { qrCameraClip, qrPng } from '../qr-picture.ts';
import { openPhone } from './chromium.ts';
import type { Phone, PhoneOptions } from './chromium.ts';
import { serveFolder } from './static-server.ts';
import type { StaticServer } from './static-server.ts';

let server: StaticServer;
const dir = mkdtempSync(path.join(tmpdir(), 'yiban-scan-'));

before(async () => {
  server = await serveFolder(await buildGallery('h5'));
});
after(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true });
});

async function openScanner(options: PhoneOptions = {}): Promise<Phone> {
  const phone = await openPhone({ baseUrl: server.url, ...options });
  await phone.page.goto('/#/packages/gallery/index/index');
  await phone.page.getByRole('button', { name: '开始扫码' }).click();
  return phone;
}

test('the camera reads the code of a credential', async () => {
  const cameraFile = path.join(dir, 'credential.y4m');
  writeFileSync(cameraFile, qrCameraClip('YB1:camera-0042'));
  await using phone = await openScanner({ cameraFile });
  await phone.page.getByText('扫到：YB1:camera-0042').waitFor();
  assert.deepEqual(phone.problems, []);
});

test('without a camera, a screenshot of the code does as well', async () => {
  await using phone = await openScanner();
  await phone.page.getByText(/没有打开相机|这里用不了相机/).waitFor();
  await phone.page
    .getByLabel('医保码照片', { exact: true })
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(qrPng('YB1:photo-0042')) });
  await phone.page.getByText('扫到：YB1:photo-0042').waitFor();
});

test('a photo without a code, or no photo at all, is told with what to do next', async () => {
  await using phone = await openScanner();
  const input = phone.page.getByLabel('医保码照片', { exact: true });
  await input.setInputFiles({ name: 'cat.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') });
  await phone.page.getByRole('alert').filter({ hasText: '没找到二维码' }).waitFor();
  await input.setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(qrPng('YB1:second-try')) });
  await phone.page.getByText('扫到：YB1:second-try').waitFor();
  await phone.page.getByRole('alert').filter({ hasText: '没找到二维码' }).waitFor({ state: 'detached' });
});

test('after the code was read the camera is let go', async () => {
  const cameraFile = path.join(dir, 'once.y4m');
  writeFileSync(cameraFile, qrCameraClip('YB1:once'));
  await using phone = await openPhone({ baseUrl: server.url, cameraFile });
  await phone.page.addInitScript(() => {
    const open: MediaStreamTrack[] = [];
    Object.assign(globalThis, { open });
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      open.push(...stream.getTracks());
      return stream;
    };
  });
  await phone.page.goto('/#/packages/gallery/index/index');
  await phone.page.getByRole('button', { name: '开始扫码' }).click();
  await phone.page.getByText('扫到：YB1:once').waitFor();
  const states = await phone.page.evaluate(() =>
    (globalThis as unknown as { open: MediaStreamTrack[] }).open.map(({ readyState }) => readyState),
  );
  assert.deepEqual(states, ['ended']);
});

/** The thread in which files from outside are decoded, apart from the requests. One file at a time. */
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { examinePicture, type PictureAsked } from './examine-picture.js';

// No photo comes twice: what libvips would remember is memory lost.
sharp.cache(false);

parentPort?.on('message', (asked: PictureAsked) => {
  void examinePicture(asked).then((examined) => parentPort?.postMessage(examined, []));
});

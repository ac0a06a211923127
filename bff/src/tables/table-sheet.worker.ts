/** The thread in which workbooks from outside are unpacked and parsed, apart from the requests. One file, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readTableSheet } from './table-sheet.js';

const given: unknown = workerData;
if (given instanceof Uint8Array) parentPort?.postMessage(await readTableSheet(given), []);

/** Loaded into a server before it starts: its clock is off by the milliseconds that a file says. */
import { readFileSync } from 'node:fs';

const off = Number(readFileSync(process.env['CLOCK_OFF_FILE'] ?? '', 'utf8'));
const { now } = Date;

Date.now = () => now() + off;
globalThis.Date = new Proxy(Date, {
  construct: (date, given, called) => Reflect.construct(date, given.length === 0 ? [now() + off] : given, called),
});

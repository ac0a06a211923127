// Reporter of Node's test runner: one line a finished file as it goes, and the totals, by IPC-free means, in a file.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* report(source) {
  for await (const event of source) {
    if (event.type !== 'test:summary') continue;
    const { counts, duration_ms: duration, file, success } = event.data;
    if (file === undefined) {
      writeFileSync(process.env['TEST_TOTALS_FILE'] ?? '', JSON.stringify(counts));
      continue;
    }
    const seconds = (duration / 1000).toFixed(1);
    yield `    ${success ? '✓' : '✗'} ${path.relative(process.cwd(), file)}: ${counts.passed} of ${counts.tests} (${seconds} s)\n`;
  }
}

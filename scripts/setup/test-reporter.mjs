// A reporter for Node's test runner: a line for every finished file as it goes, the totals into TEST_TOTALS_FILE.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} source */
export default async function* report(source) {
  for await (const event of source) {
    // Where a file that cannot be loaded says why.
    if (event.type === 'test:stderr') yield event.data.message;
    if (event.type !== 'test:summary') continue;
    const { counts, duration_ms: duration, file, success } = event.data;
    if (file === undefined) {
      const { tests, passed, skipped, todo, cancelled } = counts;
      const left = skipped + todo + cancelled;
      writeFileSync(process.env['TEST_TOTALS_FILE'] ?? '', `${passed} ${tests - passed - left} ${left}`);
      continue;
    }
    const of = `${counts.passed} of ${counts.tests}`;
    yield `    ${success ? '✓' : '✗'} ${path.relative('.', file)}: ${of} (${(duration / 1000).toFixed(1)} s)\n`;
  }
}

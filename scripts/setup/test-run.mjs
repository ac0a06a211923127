// One `npm test`: goes through the steps, keeps their times and counts, and says at the end how it went.

/**
 * @param {import('./test-steps.mjs').Step[]} steps
 * @returns {Promise<number>} the exit status
 */
export async function runSteps(steps) {
  console.log(`npm test: ${steps.map(({ name }) => name).join(', ')}\n`);
  const start = performance.now();
  /** @type {Record<string, string>} */
  const env = {};
  /** @type {string[]} */
  const failed = [];
  const total = { passed: 0, failed: 0 };

  for (const step of steps) {
    const { ok, counts } = await runStep(step, failed, env);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (ok) continue;
    failed.push(step.name);
    if (step.essential) break;
  }

  console.log(`\nTime: ${secondsSince(start)}`);
  if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return failed.length === 0 ? 0 : 1;
}

/**
 * @param {import('./test-steps.mjs').Step} step
 * @param {string[]} failed
 * @param {Record<string, string>} env what the step finds in its environment, and may add to
 */
async function runStep(step, failed, env) {
  const missing = step.requires.filter((name) => failed.includes(name));
  if (missing.length > 0) {
    console.log(`✗ ${step.name}: not run, because ${missing.join(' and ')} failed`);
    return { ok: false, counts: { passed: 0, failed: 0 } };
  }
  console.log(`▸ ${step.name}`);
  const start = performance.now();
  const { ok, output = '', env: added, counts } = await step.run(env);
  Object.assign(env, added);
  if (!ok && output !== '') console.log(output.trimEnd());
  const tests = counts ? `${counts.passed} passed, ${counts.failed} failed, ` : '';
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${tests}${secondsSince(start)})`);
  return { ok, counts: counts ?? { passed: 0, failed: 0 } };
}

/** @param {number} start */
function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

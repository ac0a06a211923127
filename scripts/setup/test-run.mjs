// One `npm test`: goes through the steps, keeps their times and counts, and says at the end how it went.

export class TestRun {
  /** @type {string[]} names of the steps that failed or could not run */
  failed = [];
  counts = { passed: 0, failed: 0 };
  /** @type {Record<string, string>} */
  #env = {};
  #start = performance.now();

  /** @param {import('./test-steps.mjs').Step[]} steps */
  async all(steps) {
    console.log(
      `npm test: ${steps.map(({ name }) => name).join(', ')}. About 30 minutes for all of them on 2 cores.\n`,
    );
    for (const step of steps) {
      const missing = step.requires.filter((name) => this.failed.includes(name));
      if (missing.length > 0) {
        console.log(`✗ ${step.name}: not run, because ${missing.join(' and ')} failed`);
        this.failed.push(step.name);
      } else if (!(await this.#one(step)) && step.essential) return;
    }
  }

  report() {
    console.log('');
    console.log(`Time: ${seconds(this.#start)}`);
    if (this.failed.length > 0) console.log(`Failed: ${this.failed.join(', ')}`);
    console.log(`${this.counts.passed} passed, ${this.counts.failed} failed`);
  }

  /** @param {import('./test-steps.mjs').Step} step */
  async #one(step) {
    const start = performance.now();
    console.log(`▸ ${step.name}`);
    const { ok, output, env, counts } = await step.run(this.#env);
    Object.assign(this.#env, env);
    this.counts.passed += counts?.passed ?? 0;
    this.counts.failed += counts?.failed ?? 0;
    if (!ok) {
      this.failed.push(step.name);
      if (output) console.log(output.trimEnd());
    }
    const tests = counts ? `${counts.passed} passed, ${counts.failed} failed, ` : '';
    console.log(`${ok ? '✓' : '✗'} ${step.name} (${tests}${seconds(start)})`);
    return ok;
  }
}

/** @param {number} start */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

// Dependencies and builds: everything between a fresh clone and something that runs.
import { build, builds, isBuilt } from './builds.mjs';
import { dependenciesAreInstalled, installDependencies } from './dependencies.mjs';
import { withSetUpLock } from './set-up-lock.mjs';

/**
 * Says what will be done and for about how long, then does it; silent when there is nothing to do.
 *
 * @param {import('./builds.mjs').BuildId[]} wanted
 */
export function setUp(wanted) {
  return withSetUpLock(async () => {
    const mustInstall = !dependenciesAreInstalled();
    const mustBuild = wanted.filter((id) => !isBuilt(id));
    if (!mustInstall && mustBuild.length === 0) return;

    console.log('Setting up; the next time this takes seconds:');
    if (mustInstall) console.log('  · dependencies: 1 to 3 minutes on a fresh machine');
    for (const id of mustBuild) console.log(`  · ${builds[id].name}: about ${builds[id].about}`);
    console.log('');

    if (mustInstall) await timed('dependencies', installDependencies);
    for (const id of mustBuild) await timed(builds[id].name, () => build(id));
    console.log('');
  });
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function timed(name, work) {
  const start = performance.now();
  await work();
  console.log(`  ✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

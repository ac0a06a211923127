// `npm run bench -- <set> [--json]`: the set-up, told on standard error, then scripts/bench.ts on the pinned Node.
import './setup/node-version.mjs';
import { startChild } from './setup/children.mjs';
import { runCommandLine } from './setup/command-line.mjs';
import { startMariaDb } from './setup/mariadb.mjs';
import { inProject, pinnedNode, root } from './setup/project.mjs';
import { setUp } from './setup/set-up.mjs';

// Standard output is for figures.
console.log = console.error;

/** @type {Readonly<Record<string, readonly string[]>>} Sets that measure on MariaDB, with the settings that it gets. */
const databases = {
  bff: [],
  growth: ['--innodb-buffer-pool-size=4G', '--innodb-log-file-size=2G', '--innodb-sort-buffer-size=64M'],
  memory: [],
  peers: [],
  start: [],
};

await runCommandLine(async () => {
  // What is measured by itself needs no more than itself.
  await setUp(process.argv.includes('miniapp') ? ['bff', 'h5', 'weapp'] : ['bff']);
  const settings = databases[process.argv[2] ?? ''];
  if (settings !== undefined) process.env['TEST_MYSQL_URL'] = await startMariaDb(settings);
  const command = [inProject('scripts/bench.ts'), ...process.argv.slice(2)];
  const child = startChild(pinnedNode, command, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});

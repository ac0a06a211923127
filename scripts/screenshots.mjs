// `npm run screenshots`: the set-up and the browser, then scripts/screenshots.ts on the pinned Node.
import './setup/node-version.mjs';
import { ensureBrowser } from './setup/browser.mjs';
import { startChild } from './setup/children.mjs';
import { runCommandLine } from './setup/command-line.mjs';
import { inProject, pinnedNode, root } from './setup/project.mjs';
import { setUp } from './setup/set-up.mjs';

await runCommandLine(async () => {
  await setUp(['bff', 'h5']);
  const env = { ...process.env, CHROMIUM_PATH: await ensureBrowser() };
  const child = startChild(pinnedNode, [inProject('scripts/screenshots.ts')], { cwd: root, stdio: 'inherit', env });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});

// `npm run restore -- <folder>`: the command of bff/src/backup/command, on a BFF that is built.
import { runBffCommand } from './setup/bff-command.mjs';

await runBffCommand('backup', ['restore', ...process.argv.slice(2)]);

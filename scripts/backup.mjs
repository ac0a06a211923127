// `npm run backup -- <folder>`: the command of bff/src/backup/command, on a BFF that is built.
import { runBffCommand } from './setup/bff-command.mjs';

await runBffCommand('backup', ['backup', ...process.argv.slice(2)]);

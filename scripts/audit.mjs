// `npm run audit -- verify | anchors | person <id>`: the command of bff/src/audit/command, on a BFF that is built.
import { runBffCommand } from './setup/bff-command.mjs';

await runBffCommand('audit');

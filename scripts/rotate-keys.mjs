// `npm run rotate-keys`: the command of bff/src/crypto/command, on a BFF that is built.
import { runBffCommand } from './setup/bff-command.mjs';

await runBffCommand('crypto');

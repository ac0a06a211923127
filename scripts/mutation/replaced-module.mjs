// Loaded before a spec: hands it a file with a fault instead of the one that it imports.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const source = readFileSync(process.env['MUTANT_SOURCE'] ?? '', 'utf8');

registerHooks({
  load(url, context, next) {
    if (url !== process.env['MUTANT_URL']) return next(url, context);
    return { format: 'module', source, shortCircuit: true };
  },
});

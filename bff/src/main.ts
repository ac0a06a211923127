import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';

// What was compiled at the last start stands beside what it was made of, and goes when that is built anew. Where nothing
// may be written, every start compiles.
enableCompileCache(path.join(import.meta.dirname, '.compiled'));
const { serve } = await import('./serve.js');

try {
  await serve(process.env);
  // Now, and not when the process ends: it may be killed.
  flushCompileCache();
} catch (error) {
  // A wrong setting or data file is the administrator's to read, not a stack trace.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

import { createApplication } from './application.js';
import { readConfig } from './config.js';

try {
  const config = readConfig(process.env);
  const app = await createApplication(config);
  await app.listen(config.port, config.host);
} catch (error) {
  // A wrong setting or data file is the administrator's to read, not a stack trace.
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

import { createApplication } from './application.js';
import { readConfig } from './config.js';

/** The server of that environment; listens when it is done. Throws what the administrator has to put right. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment);
  const app = await createApplication(config);
  await app.listen(config.port, config.host);
}

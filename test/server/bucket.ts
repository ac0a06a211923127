/** An S3 server for tests, in this process: it can go away and come back over the same bytes. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';

export interface Bucket {
  /** What the product wants to hear of it. */
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  /** Keys, or parts of them, of what stands in it. */
  readonly keys: () => readonly string[];
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function startBucket(): Promise<Bucket> {
  const name = 'yiban-photos';
  const directory = mkdtempSync(path.join(tmpdir(), 'yiban-bucket-'));
  let port = 0;
  const start = async (): Promise<S3rver> => {
    const configureBuckets = [{ name, configs: [] }];
    const started = new S3rver({ address: '127.0.0.1', port, silent: true, directory, configureBuckets });
    ({ port } = await started.run());
    return started;
  };
  let server = await start();
  return {
    env: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: name,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    port,
    keys: () =>
      readdirSync(path.join(directory, name), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('_object')),
    goAway: async () => cut(server),
    comeBack: async () => {
      server = await start();
    },
    remove: async () => {
      await cut(server);
      rmSync(directory, { recursive: true });
    },
  };
}

/** Ends open connections too: one over which somebody goes on asking would keep the server there for ever. */
async function cut(server: S3rver): Promise<void> {
  const closed = server.close();
  if ('httpServer' in server && server.httpServer instanceof Server) server.httpServer.closeAllConnections();
  await closed;
}

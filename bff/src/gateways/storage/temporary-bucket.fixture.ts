/** For tests: a bucket of an S3 server in this process, which can go away and come back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { S3Storage, type S3Settings } from './s3-storage.js';

export interface TemporaryBucket {
  readonly settings: S3Settings;
  readonly open: (patience?: number) => Promise<S3Storage>;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function temporaryBucket(): Promise<TemporaryBucket> {
  const directory = mkdtempSync(path.join(tmpdir(), 'yiban-bucket-'));
  let port = 0;
  const start = async (): Promise<S3rver> => {
    const configureBuckets = [{ name: 'photos', configs: [] }];
    const started = new S3rver({ address: '127.0.0.1', port, silent: true, directory, configureBuckets });
    ({ port } = await started.run());
    return started;
  };
  let server = await start();
  const settings: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'photos',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    pathStyle: true,
  };
  return {
    settings,
    open: async (patience) => S3Storage.open(settings, patience),
    goAway: async () => server.close(),
    comeBack: async () => {
      server = await start();
    },
    remove: async () => {
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}

import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { StorageUnavailable } from './storage-unavailable.js';
import { ObjectMissing, probe, requireSafeKey, type Storage } from './storage.js';

export interface S3Settings {
  /** Null: Amazon's own, by the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket in the path, as most servers but Amazon's want it; else in the host's name. */
  readonly pathStyle: boolean;
}

/** A citizen rather waits this long than reads that something is wrong: a store that is away for moments is not seen. */
const patienceMs = 10_000;
const attemptTimeoutMs = 8000;

/**
 * Storage in a bucket that speaks S3. What is asked of it is put, get, delete and list with the last writer winning: no
 * condition (If-None-Match) and no lock, which not every server keeps. Each deed is repeated until `patienceMs` is over.
 */
export class S3Storage implements Storage {
  private constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    private readonly patience: number,
  ) {}

  /** Throws, with the name of the setting, when the bucket is not there or not ours. A server that is away may come yet. */
  static async open(settings: S3Settings, patience = patienceMs): Promise<S3Storage> {
    const client = new S3Client({
      region: settings.region,
      ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint }),
      forcePathStyle: settings.pathStyle,
      credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
      // Repeated here, where the bytes of an answer that breaks off count too.
      maxAttempts: 1,
      // Other servers than Amazon's do not know the newer checksums; what is sealed proves itself when it is opened.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: 2000,
        requestTimeout: attemptTimeoutMs,
        throwOnRequestTimeout: true,
        httpAgent: { keepAlive: true, maxSockets: 100 },
        httpsAgent: { keepAlive: true, maxSockets: 100 },
      },
    });
    const storage = new S3Storage(client, settings.bucket, patience);
    await storage.#requireBucket(settings);
    return storage;
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    requireSafeKey(key);
    await this.#patiently('put', () => this.#put(key, bytes));
  }

  async get(key: string): Promise<Buffer> {
    requireSafeKey(key);
    return this.#patiently('get', () => this.#get(key));
  }

  async delete(key: string): Promise<void> {
    requireSafeKey(key);
    await this.#patiently('delete', () => this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key })));
  }

  async list(prefix: string): Promise<readonly string[]> {
    if (!prefix.endsWith('/')) throw new Error('a prefix ends with a slash');
    requireSafeKey(prefix.slice(0, -1));
    return this.#patiently('list', () => this.#list(prefix));
  }

  async requireUsable(): Promise<void> {
    await probe({ put: async (key, bytes) => this.#put(key, bytes), get: async (key) => this.#get(key) });
  }

  async #put(key: string, bytes: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: bytes }));
  }

  async #get(key: string): Promise<Buffer> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      if (Body === undefined) throw new Error('an answer without a body');
      return Buffer.from(await Body.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) throw new ObjectMissing(key);
      throw error;
    }
  }

  /** The first version of the call, with a marker: every server that speaks S3 has it. */
  async #list(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for (;;) {
      const { Contents = [], IsTruncated } = await this.client.send(
        new ListObjectsCommand({ Bucket: this.bucket, Prefix: prefix, Marker: keys.at(-1) }),
      );
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
      if (IsTruncated !== true || Contents.length === 0) return keys.toSorted();
    }
  }

  async #patiently<T>(deed: string, work: () => Promise<T>): Promise<T> {
    const until = performance.now() + this.patience;
    for (let pause = 50; ; pause = Math.min(1000, pause * 2)) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof ObjectMissing) throw error;
        if (isRefusal(error) || performance.now() + pause > until) throw new StorageUnavailable(deed, error);
        // At different moments for each that waits.
        await new Promise((resume) => setTimeout(resume, pause * (0.5 + Math.random())));
      }
    }
  }

  async #requireBucket({ endpoint, bucket }: S3Settings): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: bucket }));
      await this.requireUsable();
    } catch (error) {
      const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
      const where = endpoint ?? "Amazon's S3";
      if (status === 404)
        throw new Error(`S3_BUCKET: there is no bucket «${bucket}» at ${where}: create it first`, { cause: error });
      if (status !== undefined && status < 500)
        throw new Error(`S3_ACCESS_KEY_ID: ${where} does not let this key use the bucket «${bucket}» (${status})`, {
          cause: error,
        });
    }
  }
}

/** A definite no, which another try would not change; 408 and 429 ask to come again. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

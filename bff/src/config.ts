/** Environment → one validated, frozen object. Nothing else in the BFF reads `process.env`. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { suiteNames, type SuiteName } from './crypto/cipher-suite.js';
import type { ReplicaSettings } from './database/replicas.js';
import type { StorageSettings } from './gateways/storage/open-storage.js';

const port = z.coerce.number().int().min(0).max(65535);
const key = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, '32 bytes in Base64');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production']).default('development'),
  /** `web` answers requests, `worker` does what is done behind them (and answers for its health alone), `all` does both. */
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  /** Where citizens and verifiers reach this server: printed on documents. */
  PUBLIC_URL: z.url().optional(),
  MYSQL_URL: z.url({ protocol: /^(mysql|mariadb)$/ }).optional(),
  /** PEM file of whoever signs the certificates of these databases: with it nothing is said to them but over TLS. */
  MYSQL_CA_FILE: z.string().optional(),
  /** Databases that follow MYSQL_URL, comma between: reads that bear to be late go there. */
  MYSQL_REPLICA_URL: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.url({ protocol: /^(mysql|mariadb)$/ })))
    .optional(),
  /** How late they may be. */
  MYSQL_REPLICA_LAG_SECONDS: z.coerce.number().min(1).max(3600).default(10),
  MASTER_KEY: key.optional(),
  /** Master keys that were current before, comma between: what they wrapped is opened, nothing is wrapped with them. */
  MASTER_KEY_PREVIOUS: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(key))
    .optional(),
  /** In place of the two above: JSON `{ "current": "…", "previous": ["…"] }`, as a KMS agent or a secret mount writes it. */
  KEYRING_FILE: z.string().optional(),
  /** Algorithms of what is sealed from now on: `sm` are the Chinese ones (商用密码). */
  CIPHER_SUITE: z.enum(suiteNames).default('aes'),
  SANDBOX_PORT: port.default(3100),
  /** JSON file that says how the outside systems are reached, see `gateways/connections.ts`. */
  GATEWAYS_FILE: z.string().optional(),
  /** 0–99: part of the platform's message ids. A process takes another one when its own is taken, see `database/presence.ts`. */
  INSTANCE: z.coerce.number().int().min(0).max(99).optional(),
  GATEWAY_TIMEOUT_MS: z.coerce.number().int().min(100).default(8000),
  /** JSON list of officers to add at start, unless they are there. */
  OFFICERS_FILE: z.string().optional(),
  /** How often the other agency of a transfer is asked whether it has answered. */
  TRANSFER_WATCH_SECONDS: z.coerce.number().min(1).max(86_400).default(60),
  /** `login=20/900,scan=10/600`: in place of the limits of these classes, points within seconds. */
  LIMITS: z.string().default(''),
  /** Work is handed out and limits are counted there when several processes serve one installation. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Proxies in front of us whose X-Forwarded-For is believed; 1 in production. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).optional(),
  /** How often what is past its time is thrown away; 0: never in this process. */
  RETENTION_SECONDS: z.coerce.number().int().min(0).default(3600),
  /** An S3-compatible server for photos and documents; without S3_BUCKET they stand in DATA_DIR. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().min(3).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Whether the bucket stands in the path; `false` where it is part of the host's name. */
  S3_PATH_STYLE: z.stringbool().default(true),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  CATALOGUE_DIR: z.string().optional(),
  WEB_DIR: z.string().optional(),
});

export interface Config {
  readonly production: boolean;
  readonly role: 'all' | 'web' | 'worker';
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly catalogueDir: string;
  /** The browser build of the mini-program. */
  readonly webDir: string;
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | {
        readonly kind: 'mysql';
        readonly url: string;
        /** File and text of the authority that its certificate is checked by; without one there is no TLS. */
        readonly authority?: { readonly file: string; readonly pem: string };
        readonly replicas?: ReplicaSettings;
      };
  readonly storage: StorageSettings;
  readonly masterKeys: { readonly current: Buffer; readonly previous: readonly Buffer[] };
  readonly cipherSuite: SuiteName;
  readonly retention: { readonly everySeconds: number };
  readonly limits: string;
  readonly redisUrl: string | null;
  readonly trustedProxies: number;
  readonly officersFile: string | null;
  readonly transferWatchMs: number;
  readonly gateways: {
    readonly timeoutMs: number;
    /** Null: any that is free. */
    readonly instance: number | null;
    /** Connections of the installation, or null for the sandbox on a developer's machine. */
    readonly file: string | null;
    readonly sandboxUrl: string;
  };
}

export const CONFIG = Symbol('config');

/** Reads the environment; throws one error that names every variable that is wrong or, in production, missing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the environment is not usable:\n  ${faults.join('\n  ')}`);
  }
  const given = parsed.data;
  const production = given.NODE_ENV === 'production';
  const needed = [
    given.KEYRING_FILE === undefined ? 'MASTER_KEY' : 'KEYRING_FILE',
    'PUBLIC_URL',
    'GATEWAYS_FILE',
  ] as const;
  const missing = needed.filter((name) => given[name] === undefined);
  if (production && missing.length > 0) {
    throw new Error(`production needs these variables, which have no defaults: ${missing.join(', ')}`);
  }
  const dataDir = path.resolve(given.DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  return deepFreeze({
    production,
    role: given.ROLE,
    port: given.PORT,
    host: given.HOST,
    dataDir,
    publicUrl: (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, ''),
    logLevel: given.LOG_LEVEL,
    catalogueDir: path.resolve(given.CATALOGUE_DIR ?? path.join(root, 'catalogue')),
    webDir: path.resolve(given.WEB_DIR ?? path.join(root, '../miniapp/dist/h5')),
    database: databaseOf(given, dataDir),
    storage: storageOf(given, dataDir),
    masterKeys: masterKeysOf(given, dataDir),
    cipherSuite: given.CIPHER_SUITE,
    retention: { everySeconds: given.RETENTION_SECONDS },
    limits: given.LIMITS,
    redisUrl: given.REDIS_URL ?? null,
    trustedProxies: given.TRUSTED_PROXIES ?? (production ? 1 : 0),
    officersFile: given.OFFICERS_FILE === undefined ? null : path.resolve(given.OFFICERS_FILE),
    transferWatchMs: given.TRANSFER_WATCH_SECONDS * 1000,
    gateways: {
      timeoutMs: given.GATEWAY_TIMEOUT_MS,
      instance: given.INSTANCE ?? null,
      file: given.GATEWAYS_FILE === undefined ? null : path.resolve(given.GATEWAYS_FILE),
      sandboxUrl: `http://127.0.0.1:${given.SANDBOX_PORT}`,
    },
  });
}

function databaseOf(given: z.output<typeof environment>, dataDir: string): Config['database'] {
  const { MYSQL_URL: url, MYSQL_CA_FILE: file, MYSQL_REPLICA_URL: replicas, MYSQL_REPLICA_LAG_SECONDS: lag } = given;
  const mysql = (one: string): string => one.replace(/^mariadb:/, 'mysql:');
  if (url === undefined) {
    if (replicas !== undefined) throw new Error('MYSQL_REPLICA_URL is given, but no MYSQL_URL that it could follow');
    return { kind: 'sqlite', file: path.join(dataDir, 'yiban.sqlite') };
  }
  return {
    kind: 'mysql',
    url: mysql(url),
    ...(file === undefined ? {} : { authority: { file: path.resolve(file), pem: certificates(file) } }),
    ...(replicas === undefined ? {} : { replicas: { urls: replicas.map(mysql), mostLagMs: lag * 1000 } }),
  };
}

function certificates(file: string): string {
  const pem = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`MYSQL_CA_FILE: ${file} holds no certificate (PEM)`);
  return pem;
}

function storageOf(given: z.output<typeof environment>, dataDir: string): StorageSettings {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  const s3 = { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey };
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    const missing = Object.entries(s3).flatMap(([name, value]) => (value === undefined ? name : []));
    if (missing.length < 3 || given.S3_ENDPOINT !== undefined)
      throw new Error(`photos on S3 need these variables, too: ${missing.join(', ')}`);
    return { kind: 'disk', folder: path.join(dataDir, 'storage') };
  }
  const { S3_ENDPOINT: endpoint = null, S3_REGION: region, S3_PATH_STYLE: pathStyle } = given;
  return { kind: 's3', endpoint, region, bucket, accessKeyId, secretAccessKey, pathStyle };
}

const keyringFile = z.strictObject({ current: key, previous: z.array(key).default([]) });

function masterKeysOf(given: z.output<typeof environment>, dataDir: string): Config['masterKeys'] {
  const { KEYRING_FILE: file, MASTER_KEY: current, MASTER_KEY_PREVIOUS: previous } = given;
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  if (file === undefined) {
    return { current: bytes(current ?? developmentKey(dataDir)), previous: (previous ?? []).map(bytes) };
  }
  if (current !== undefined) throw new Error('KEYRING_FILE and MASTER_KEY are both given: one of them says the key');
  const parsed = keyringFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  // The fault is told without the value.
  if (!parsed.success)
    throw new Error(
      `KEYRING_FILE: ${parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}`,
    );
  return { current: bytes(parsed.data.current), previous: parsed.data.previous.map(bytes) };
}

/** On a developer's machine the master key is made once and kept beside the data; production never comes here. */
function developmentKey(dataDir: string): string {
  const file = path.join(dataDir, 'development-master-key');
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Buffer.isBuffer(part)) deepFreeze(part);
  }
  return Object.freeze(value);
}

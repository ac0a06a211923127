/** NocoBase 2.2 doing the same work: a collection with the fields of a case, a signed-in user, MariaDB. */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { installed } from './installed.ts';
import { caseFields, json, startPeer, type Peer } from './peer.ts';

const packages = {
  dependencies: { '@nocobase/app': '2.2.15', mariadb: '^2.5.6', mysql2: '^3.14.0' },
  overrides: {
    // Its own comes from a site beside npm.
    xlsx: '0.18.5',
    'react-router-dom': '^6.30.1',
    'react-router': '^6.30.1',
    antd: '5.24.2',
    async: '^3.2.6',
  },
};

const program = 'node_modules/@nocobase/app/lib/index.js';
const login = { account: 'nocobase', password: 'admin123' };
const signedIn = z.object({ data: z.object({ token: z.string() }) });
const made = z.object({ data: z.object({ id: z.union([z.string(), z.number()]) }) });

export async function startNocoBase(mysqlUrl: string, port: number, say: (line: string) => void): Promise<Peer> {
  const folder = await installed('nocobase', packages, say);
  const env = settings(folder, mysqlUrl, port);
  say('NocoBase makes its tables');
  await promisify(execFile)(process.execPath, [program, 'install', '-f'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  const peer = await startPeer({ folder, args: [program, 'start'], ready: `${baseUrl}/api/app:getLang`, env });
  const { data } = signedIn.parse(
    await json('POST', `${baseUrl}/api/auth:signIn`, { 'x-authenticator': 'basic' }, login),
  );
  const headers = { authorization: `Bearer ${data.token}`, 'content-type': 'application/json' };
  await json('POST', `${baseUrl}/api/collections:create`, headers, {
    name: 'cases',
    // Without its count of all rows, which ours does not make either.
    simplePaginate: true,
    fields: [
      { name: 'id', type: 'bigInt', autoIncrement: true, primaryKey: true, allowNull: false },
      ...Object.entries(caseFields).map(([name, value]) => ({
        name,
        type: typeof value === 'string' ? 'string' : 'json',
      })),
    ],
  });
  const create = async (): Promise<string> =>
    String(made.parse(await json('POST', `${baseUrl}/api/cases:create`, headers, caseFields)).data.id);
  return {
    ...peer,
    name: 'NocoBase',
    baseUrl,
    create,
    requests: (one) => ({
      create: { method: 'POST', path: '/api/cases:create', headers, body: JSON.stringify(caseFields) },
      list: { method: 'GET', path: '/api/cases:list?sort=-id&pageSize=20', headers },
      detail: { method: 'GET', path: `/api/cases:get?filterByTk=${one}`, headers },
    }),
  };
}

/** What its own command line would set. */
function settings(folder: string, mysqlUrl: string, port: number): Record<string, string> {
  const { hostname, port: databasePort, username, password, pathname } = new URL(mysqlUrl);
  const storage = path.join(folder, 'storage');
  mkdirSync(path.join(storage, 'plugins'), { recursive: true });
  return {
    APP_ENV: 'production',
    NODE_ENV: 'production',
    APP_KEY: 'bench',
    APP_PORT: String(port),
    API_BASE_PATH: '/api/',
    APP_PUBLIC_PATH: '/',
    WS_PATH: '/ws',
    DB_DIALECT: 'mariadb',
    DB_HOST: hostname,
    DB_PORT: databasePort,
    DB_DATABASE: pathname.slice(1),
    DB_USER: username,
    DB_PASSWORD: password,
    DB_LOGGING: 'off',
    DB_TIMEZONE: '+00:00',
    DB_POOL_MAX: '20',
    TZ: 'UTC',
    INIT_ROOT_EMAIL: 'bench@example.com',
    INIT_ROOT_PASSWORD: login.password,
    INIT_ROOT_NICKNAME: 'Bench',
    INIT_ROOT_USERNAME: login.account,
    LOGGER_LEVEL: 'error',
    LOGGER_TRANSPORT: 'console',
    CACHE_DEFAULT_STORE: 'memory',
    CACHE_MEMORY_MAX: '2000',
    DEFAULT_STORAGE_TYPE: 'local',
    NODE_OPTIONS: '--preserve-symlinks',
    NODE_MODULES_PATH: path.join(folder, 'node_modules'),
    NODE_PATH: path.join(folder, 'node_modules'),
    STORAGE_PATH: storage,
    PLUGIN_STORAGE_PATH: path.join(storage, 'plugins'),
    LOCAL_STORAGE_DEST: path.join(storage, 'uploads'),
    SOCKET_PATH: path.join(storage, 'gateway.sock'),
    PLUGIN_PACKAGE_PREFIX: '@nocobase/plugin-,@nocobase/plugin-sample-,@nocobase/preset-',
    PLUGIN_STATICS_PATH: '/static/plugins/',
    SERVER_TSCONFIG_PATH: './tsconfig.server.json',
    APP_MODERN_CLIENT_PREFIX: 'v',
    APP_CLIENT_ENTRY_MODE: 'legacy-default',
  };
}

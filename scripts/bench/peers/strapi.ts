/** Strapi 5.54 doing the same work: a content type with the fields of a case, signed-in users, MariaDB. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { installed } from './installed.ts';
import { caseFields, json, startPeer, type Peer } from './peer.ts';

const packages = {
  '@strapi/strapi': '5.54.0',
  '@strapi/plugin-users-permissions': '5.54.0',
  mysql2: '3.24.0',
  react: '18.3.1',
  'react-dom': '18.3.1',
  'react-router-dom': '^6.30.3',
  'styled-components': '^6.1.0',
};

const signedIn = z.object({ jwt: z.string() });
const made = z.object({ data: z.object({ documentId: z.string() }) });

export async function startStrapi(mysqlUrl: string, port: number, say: (line: string) => void): Promise<Peer> {
  const folder = await installed('strapi', { dependencies: packages }, say);
  writeProject(folder);
  const { hostname, port: databasePort, username, password, pathname } = new URL(mysqlUrl);
  const peer = await startPeer({
    folder,
    args: ['node_modules/@strapi/strapi/bin/strapi.js', 'start'],
    ready: `http://127.0.0.1:${port}/_health`,
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_HOST: hostname,
      DATABASE_PORT: databasePort,
      DATABASE_USERNAME: username,
      DATABASE_PASSWORD: password,
      DATABASE_NAME: pathname.slice(1),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  const { jwt } = signedIn.parse(
    await json(
      'POST',
      `${baseUrl}/api/auth/local/register`,
      {},
      { username: 'bench', email: 'bench@example.com', password: 'Bench-2026' },
    ),
  );
  const headers = { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ data: caseFields });
  const create = async (): Promise<string> =>
    made.parse(await json('POST', `${baseUrl}/api/cases`, headers, { data: caseFields })).data.documentId;
  return {
    ...peer,
    name: 'Strapi',
    baseUrl,
    create,
    requests: (one) => ({
      create: { method: 'POST', path: '/api/cases', headers, body },
      // Without its count of all rows, which ours does not make either.
      list: {
        method: 'GET',
        path: '/api/cases?sort=id:desc&pagination[pageSize]=20&pagination[withCount]=false',
        headers,
      },
      detail: { method: 'GET', path: `/api/cases/${one}`, headers },
    }),
  };
}

function writeProject(folder: string): void {
  const files: Readonly<Record<string, string>> = {
    'config/server.js': `module.exports = ({ env }) => ({
      host: env('HOST'), port: env.int('PORT'), app: { keys: ['bench-1', 'bench-2'] }, logger: { updates: { enabled: false } } });`,
    'config/admin.js': `module.exports = () => ({
      auth: { secret: 'bench' }, apiToken: { salt: 'bench' }, transfer: { token: { salt: 'bench' } },
      secrets: { encryptionKey: 'bench-bench-bench-bench-bench-00' }, serveAdminPanel: false });`,
    'config/database.js': `module.exports = ({ env }) => ({ connection: { client: 'mysql', pool: { min: 2, max: 20 }, connection: {
      host: env('DATABASE_HOST'), port: env.int('DATABASE_PORT'), user: env('DATABASE_USERNAME'),
      password: env('DATABASE_PASSWORD'), database: env('DATABASE_NAME') } } });`,
    // As made by its own installer, without its line of log for each request.
    'config/middlewares.js': `module.exports = ['strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query', 'strapi::body',
      'strapi::session', 'strapi::favicon', 'strapi::public'];`,
    'config/plugins.js': `module.exports = () => ({ 'users-permissions': { config: { jwtSecret: 'bench', ratelimit: { enabled: false } } } });`,
    'src/index.js': `module.exports = { register() {}, async bootstrap({ strapi }) {
      const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
      for (const deed of ['create', 'find', 'findOne']) {
        const action = 'api::case.case.' + deed;
        const permissions = strapi.db.query('plugin::users-permissions.permission');
        if (!(await permissions.findOne({ where: { action, role: role.id } }))) await permissions.create({ data: { action, role: role.id } });
      } } };`,
    'src/api/case/content-types/case/schema.json': JSON.stringify({
      kind: 'collectionType',
      collectionName: 'cases',
      info: { singularName: 'case', pluralName: 'cases', displayName: 'Case' },
      options: { draftAndPublish: false },
      attributes: Object.fromEntries(
        Object.entries(caseFields).map(([name, value]) => [
          name,
          { type: typeof value === 'string' ? 'string' : 'json' },
        ]),
      ),
    }),
    'src/api/case/controllers/case.js': core('Controller'),
    'src/api/case/services/case.js': core('Service'),
    'src/api/case/routes/case.js': core('Router'),
    'public/uploads/.gitkeep': '',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

const core = (what: 'Controller' | 'Service' | 'Router'): string =>
  `module.exports = require('@strapi/strapi').factories.createCore${what}('api::case.case');`;

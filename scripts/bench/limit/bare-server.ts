/**
 * The limit that the BFF is held against: bare Fastify and mysql2, sending the statements that were recorded and answering
 * the answers that were recorded, with no authentication, validation, encryption or audit. Settings come as JSON in
 * BARE_SERVER; it says its URL.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { createPool, type Connection } from 'mysql2/promise';
import { z } from 'zod';

const settings = z.object({ file: z.string(), mysqlUrl: z.string(), connections: z.number() });
const recordings = z.array(
  z.object({
    method: z.enum(['GET', 'PATCH', 'POST']),
    path: z.string(),
    statements: z.array(z.string()),
    answer: z.string(),
  }),
);

const { file, mysqlUrl, connections } = settings.parse(JSON.parse(process.env['BARE_SERVER'] ?? '{}'));
const pool = createPool({ uri: mysqlUrl, connectionLimit: connections });
const app = fastify();

for (const { method, path, statements, answer } of recordings.parse(JSON.parse(readFileSync(file, 'utf8')))) {
  const writes = statements.some((statement) => /^(INSERT|UPDATE|DELETE)/iu.test(statement));
  app.route({
    method,
    url: path,
    handler: async (_, reply) => {
      if (writes) await transaction(statements);
      else await Promise.all(statements.map(async (statement) => pool.query(statement)));
      return reply.header('content-type', 'application/json; charset=utf-8').send(answer);
    },
  });
}

/** What was inserted gets other ids each time, the same one wherever it was the same. */
async function transaction(statements: readonly string[]): Promise<void> {
  const fresh = renewed(statements);
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    for (const statement of statements)
      if (!/^(START|BEGIN|COMMIT)/iu.test(statement)) await run(connection, fresh(statement));
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
}

async function run(connection: Connection, statement: string): Promise<void> {
  await connection.query(statement);
}

/** UUIDs, keyed hashes and numbers of cases: values that a unique index would not take twice. */
const unique = /'([0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{43}|[0-9a-f]{64}|\d{6}[A-Z0-9]{8,18})'/gu;

function renewed(statements: readonly string[]): (statement: string) => string {
  const inserted = new Map<string, string>();
  for (const statement of statements) {
    if (!/^INSERT/iu.test(statement)) continue;
    for (const [, value = ''] of statement.matchAll(unique)) inserted.set(value, another(value));
  }
  return (statement) => statement.replaceAll(unique, (_, value: string) => `'${inserted.get(value) ?? value}'`);
}

function another(value: string): string {
  if (value.includes('-') && value.length === 36) return randomUUID();
  return randomBytes(64).toString('hex').slice(0, value.length);
}

console.log(await app.listen({ port: 0, host: '127.0.0.1' }));

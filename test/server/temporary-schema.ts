import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

export interface TemporarySchema {
  readonly url: string;
  readonly run: (statement: string) => Promise<void>;
  readonly rows: (statement: string) => Promise<readonly object[]>;
  readonly drop: () => Promise<void>;
}

/** A database of MariaDB at TEST_MYSQL_URL, dropped afterwards. */
export async function temporarySchema(): Promise<TemporarySchema> {
  const server = new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  const name = `yiban_product_${randomBytes(6).toString('hex')}`;
  const url = new URL(`/${name}`, server).href;
  const query = async (uri: string, statement: string): Promise<unknown> => {
    const connection = await createConnection({ uri });
    const [answer] = await connection.query(statement);
    await connection.end();
    return answer;
  };
  const run = async (uri: string, statement: string): Promise<void> => {
    await query(uri, statement);
  };
  await run(server.href, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return {
    url,
    run: async (statement) => run(url, statement),
    rows: async (statement) => {
      const answer = await query(url, statement);
      return Array.isArray(answer) ? answer : [];
    },
    drop: async () => run(server.href, `DROP DATABASE ${name}`),
  };
}

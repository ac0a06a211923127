import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';

export interface TemporarySchema {
  readonly url: string;
  readonly run: (statement: string) => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A database of MariaDB at TEST_MYSQL_URL, dropped afterwards. */
export async function temporarySchema(): Promise<TemporarySchema> {
  const server = new URL(process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/');
  const name = `yiban_product_${randomBytes(6).toString('hex')}`;
  const url = new URL(`/${name}`, server).href;
  const run = async (uri: string, statement: string): Promise<void> => {
    const connection = await createConnection({ uri });
    await connection.query(statement);
    await connection.end();
  };
  await run(server.href, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return {
    url,
    run: async (statement) => run(url, statement),
    drop: async () => run(server.href, `DROP DATABASE ${name}`),
  };
}

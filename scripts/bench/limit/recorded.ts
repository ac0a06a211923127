/** What the product asked of the database for one request, as MariaDB's general log has it, and what it answered. */
import { createConnection } from 'mysql2/promise';
import { z } from 'zod';

export interface Recorded {
  readonly method: 'GET' | 'PATCH' | 'POST';
  readonly path: string;
  /** In their order, with `START TRANSACTION` and `COMMIT`. */
  readonly statements: readonly string[];
  readonly answer: string;
}

const rows = z.array(z.object({ statement: z.union([z.string(), z.instanceof(Buffer)]) }));

/** Records the statements that `deed` makes the product send to the schema. Nobody else may be using it meanwhile. */
export async function statementsOf(schemaUrl: string, deed: () => Promise<unknown>): Promise<readonly string[]> {
  const connection = await createConnection({ uri: new URL('/mysql', schemaUrl).href });
  try {
    await connection.query("SET GLOBAL log_output = 'TABLE'");
    await connection.query('TRUNCATE mysql.general_log');
    await connection.query('SET GLOBAL general_log = 1');
    await deed();
    await connection.query('SET GLOBAL general_log = 0');
    const [logged] = await connection.query(
      "SELECT argument AS statement FROM mysql.general_log WHERE command_type IN ('Query', 'Execute') ORDER BY event_time",
    );
    return rows
      .parse(logged)
      .map(({ statement }) => String(statement))
      .filter((statement) => !/mysql\.general_log|GLOBAL|^SET |^KILL /u.test(statement));
  } finally {
    await connection.query('SET GLOBAL general_log = 0');
    await connection.end();
  }
}

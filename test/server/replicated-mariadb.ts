/** A MariaDB and one that follows it, of a test's own. */
import { createConnection } from 'mysql2/promise';
import { startOwnMariaDb } from '../../scripts/setup/mariadb.mjs';

export interface ReplicatedMariaDb {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** On the replica, whatever it follows. */
  readonly onReplica: (statement: string) => Promise<void>;
  /** Ends the replica. */
  readonly loseReplica: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startReplicatedMariaDb(): Promise<ReplicatedMariaDb> {
  const [primary, replica] = await Promise.all([
    startOwnMariaDb(['--log-bin=binlog', '--server-id=1']),
    startOwnMariaDb(['--server-id=2']),
  ]);
  const onReplica = async (statement: string): Promise<void> => {
    const connection = await createConnection({ uri: replica.url });
    await connection.query(statement);
    await connection.end();
  };
  await onReplica(
    `CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = ${new URL(primary.url).port}, MASTER_USER = 'root',
     MASTER_USE_GTID = slave_pos`,
  );
  await onReplica('START SLAVE');
  return {
    primaryUrl: primary.url,
    replicaUrl: replica.url,
    onReplica,
    loseReplica: replica.stop,
    stop: async () => {
      await Promise.all([primary.stop(), replica.stop()]);
    },
  };
}

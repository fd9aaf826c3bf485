import { openSession } from '../hosts/open-session';
import type { ServerAddress } from '../hosts/server-address';
import type { ReportingPool } from '../reporting-pool';
import { withoutTransactionTimeout } from '../session-settings';
import { TIMES_AS_TEXT } from '../times-as-text';
import { copyLines } from './copy-lines';
import { type LongRead, LongReads } from './long-reads';

/** Time for opening the connection, in milliseconds. */
const CONNECTION_TIMEOUT_MS = 2000;

/** Maximum time of a statement, and between two of them, in milliseconds. An open snapshot keeps VACUUM from removing dead rows. */
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 90_000;

/** Without compilation of expressions: it takes 0.2 s, and makes the text functions of an export no faster. */
const BEGIN = `
  BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL jit = off;
  SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS};
  SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS};
  ${withoutTransactionTimeout('transaction')}`;

/** Reads a server in one snapshot, on a connection of its own. Everything that was committed before it opens is in it. */
export class SnapshotReads extends LongReads {
  /** @param requests the pool of the requests, which have precedence over long reads */
  constructor(
    private readonly address: ServerAddress,
    private readonly requests: ReportingPool,
  ) {
    super();
  }

  /** @param prepare runs before the snapshot is taken; an error ends the read */
  async open(prepare?: (query: LongRead['query']) => Promise<void>): Promise<LongRead> {
    const client = await openSession(this.address, {
      types: TIMES_AS_TEXT,
      application_name: 'docket',
      keepAlive: true,
      connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    });
    const close = () => void client.connection.stream.destroy();
    const query = async <T>(sql: string, parameters: readonly unknown[]) => {
      const { rows } = await client.query(sql, [...parameters]);
      return rows as T[];
    };
    try {
      await prepare?.(query);
      await client.query(BEGIN);
    } catch (error) {
      close();
      throw error;
    }
    return { query, lines: (sql) => copyLines(client, sql, this.requests), close };
  }
}

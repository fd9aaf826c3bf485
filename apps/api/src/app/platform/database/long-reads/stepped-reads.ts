import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { keepContext } from '../../context/work-context';
import { type LongRead, LongReads } from './long-reads';

/** Time for one query and its wait for the connection, in milliseconds. */
const QUERY_DEADLINE_MS = 8000;

/** Reads the embedded database query by query on its only connection, with requests in between. Later queries see newer changes. */
export class SteppedReads extends LongReads {
  constructor(private readonly database: DataSource) {
    super();
  }

  open(): Promise<LongRead> {
    const inContext = keepContext(QUERY_DEADLINE_MS);
    const query = async <T>(sql: string, parameters: readonly unknown[]): Promise<T[]> => {
      await setImmediate(); // a query blocks this thread
      return inContext(() => this.database.query<T[]>(sql, [...parameters]));
    };
    return Promise.resolve({ query, close: () => undefined });
  }
}

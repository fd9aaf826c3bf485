import type { Queryable } from './queryable';

/** The version of the server in PostgreSQL's numbering: 150004 is 15.4. */
export async function serverVersion(database: Queryable): Promise<number> {
  const [row] = await database.query<{ server_version_num: string }[]>('SHOW server_version_num');
  return Number(row?.server_version_num);
}

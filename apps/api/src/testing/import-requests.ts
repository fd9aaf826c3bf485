import type { TestApp } from './test-app';

/** A valid row. */
export const VALID_ROW = {
  title: 'Cannot sign in',
  description: 'No code arrives',
  category: 'account',
  priority: 'high',
};

/** NDJSON with one line per argument: the valid row, overridden by the given fields. */
export function ndjson(...rows: object[]): string {
  return rows.map((row) => JSON.stringify({ ...VALID_ROW, ...row }) + '\n').join('');
}

/** Posts a file to the import endpoint. */
export function sendFile(api: TestApp, type: string, payload: string | Buffer, query = '') {
  const headers = { 'content-type': type };
  return api.inject({ method: 'POST', url: `/api/tickets/import/${query}`, headers, payload });
}

/** All columns of all tickets, ordered by id. */
export function storedTickets(api: TestApp): Promise<Record<string, unknown>[]> {
  return api.database.query('SELECT * FROM tickets ORDER BY id');
}

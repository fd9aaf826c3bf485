import type { TestApp } from './test-app';

/** A row that can be imported as it is. */
export const GOOD_ROW = {
  title: 'Cannot sign in',
  description: 'No code arrives',
  category: 'account',
  priority: 'high',
};

/** NDJSON of the good row with other fields, a line for each. */
export function ndjson(...rows: object[]): string {
  return rows.map((row) => JSON.stringify({ ...GOOD_ROW, ...row }) + '\n').join('');
}

/** Sends a file to import, and gives the answer. */
export function sendFile(api: TestApp, type: string, payload: string | Buffer, query = '') {
  const headers = { 'content-type': type };
  return api.inject({ method: 'POST', url: `/api/tickets/import/${query}`, headers, payload });
}

/** The columns of all tickets, in the order in which they were stored. */
export function storedTickets(api: TestApp): Promise<Record<string, unknown>[]> {
  return api.database.query('SELECT * FROM tickets ORDER BY id');
}

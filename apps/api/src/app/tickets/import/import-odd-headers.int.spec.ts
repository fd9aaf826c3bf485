import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImportCommand } from '../../../testing/import-command';
import { sendFile, storedTickets } from '../../../testing/import-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
let folder: string;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(async () => {
  await api.database.query('DELETE FROM tickets');
  folder = mkdtempSync(join(tmpdir(), 'docket-odd-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => api.close());

const DEFAULTS = 'default_category=general&default_priority=medium&default_description=title';
const send = (file: string, query: Readonly<Record<string, string>>, ...maps: string[]) => {
  const parameters = new URLSearchParams(query);
  for (const map of maps) parameters.append('map', map);
  return sendFile(api, 'text/csv', file, `?${DEFAULTS}&${parameters.toString()}`);
};

/** A report with column names that no desk has: with a line break, signs and entities, and one of a single sign. */
const FILE =
  '"Was\nist los?",🔥,Zust.,Priorit&auml;t,Wann\n' +
  'Drucker,sehr,erl.,H&ouml;chste,03.04.2026 10:00\n' +
  'Toner,?,neu,P3 - Niedrig,04.04.2026 10:00\n';

describe('an import of a file with odd names of columns', () => {
  it('checks and imports it in the same way, by what the caller says', async () => {
    const maps = ['title=was ist los?', 'status=Zust.', 'status.erl.=resolved', 'created_at=Wann', 'description=🔥'];
    const times = { date_order: 'dmy', time_zone: 'Europe/Berlin' };
    const tickets = [
      { title: 'Drucker', status: 'resolved', priority: 'critical', created_at: '2026-04-03T08:00:00.000Z' },
      { title: 'Toner', status: 'open', priority: 'low', created_at: '2026-04-04T08:00:00.000Z' },
    ];

    const checked = await send(FILE, { ...times, check: 'true' }, ...maps);
    const before = await storedTickets(api);
    await send(FILE, times, ...maps);

    expect(checked.json<ImportResultDto>().check).toMatchObject({ rows: 2, importable: 2, tickets });
    expect(before).toEqual([]);
    expect(await storedTickets(api)).toMatchObject(tickets);
  });

  it('refuses a name that is only a sign and that no column has', async () => {
    const response = await send('€,Name\nA,B\n', { check: 'true' }, 'title=?');

    expect(response.statusCode).toBe(400);
    expect(response.body).toContain('there is no \\"?\\"');
  });

  it('imports it with the command', async () => {
    writeFileSync(join(folder, 'report.csv'), 'Nr;Was?;🔥\n1;Drucker;sehr!\n2;Toner;geht so\n');
    const options = ['--map', 'title=Was?', '--map', 'priority=🔥', '--map', 'priority.sehr!=critical'];

    const checked = await runImportCommand(api, folder, ['report.csv', '--check', ...options]);
    const imported = await runImportCommand(api, folder, ['report.csv', ...options]);

    expect(checked.output).toContain('title from "Was?"');
    expect(checked.output).toContain(`had the priority "geht so", which Docket does not know: medium was used.`);
    expect(imported.output).toContain('Imported 2 rows');
    expect(await storedTickets(api)).toMatchObject([
      { title: 'Drucker', priority: 'critical', external_id: '1' },
      { title: 'Toner', priority: 'medium', external_id: '2' },
    ]);
  });
});

import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sendFile } from '../../../testing/import-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from './import-result.dto';

const EXPORTS = join(__dirname, '../../../testing/exports');
const COMMAND = join(__dirname, '../../../../../import-cli/src/main.mts');
const DEFAULTS = 'default_category=general&default_priority=medium&default_description=title';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

/** For each file: the expected first ticket, the fields that rows lose in a Docket without people, and the properties of all rows. */
const FILES = [
  {
    file: 'servicenow.csv',
    dateOrder: undefined,
    first: {
      external_id: 'INC0010001',
      title: 'VPN client disconnects after a few minutes',
      category: 'technical',
      priority: 'high',
      status: 'in_progress',
      created_at: '2025-11-03T07:12:44.000Z',
    },
    leftOut: { requester: 8, assignee: 6, team: 8 },
    statuses: 'in_progress open in_progress resolved closed resolved in_progress closed',
  },
  {
    file: 'jira.csv',
    dateOrder: undefined,
    first: {
      external_id: 'DESK-101',
      title: 'Search ignores umlauts',
      description: 'Searching for "Größe" finds nothing.\nSearching for "Grosse" does.',
      category: 'technical',
      priority: 'high',
      status: 'open',
      created_at: '2025-11-03T07:15:00.000Z',
      tags: ['i18n', 'search'],
    },
    leftOut: { requester: 8, assignee: 5 },
    statuses: 'open in_progress in_progress resolved open closed in_progress open',
  },
  {
    file: 'kaggle.csv',
    dateOrder: undefined,
    first: {
      external_id: '1',
      title: 'Product setup',
      category: 'technical',
      priority: 'critical',
      status: 'in_progress',
      email: 'ann@example.com',
      name: 'Ann Lee',
    },
    leftOut: { requester: 0 },
    statuses: 'in_progress open closed in_progress closed open open closed',
  },
  {
    file: 'spanish.csv',
    dateOrder: 'dmy',
    first: {
      external_id: 'T-501',
      title: 'No puedo iniciar sesión',
      category: 'account',
      priority: 'high',
      status: 'open',
      created_at: '2025-11-03T08:15:00.000Z',
    },
    leftOut: { requester: 8 },
    statuses: 'open in_progress in_progress resolved open closed resolved in_progress',
  },
  {
    file: 'glpi.csv',
    dateOrder: undefined,
    first: {
      external_id: '2101',
      title: 'Imprimante bloquée au 2e étage',
      description: 'Bourrage papier à répétition, même après redémarrage.',
      priority: 'high',
      status: 'open',
      created_at: '2025-11-13T07:55:00.000Z',
    },
    leftOut: { requester: 8 },
    statuses: 'open in_progress resolved in_progress closed in_progress resolved open',
  },
  {
    file: 'zendesk.json',
    dateOrder: undefined,
    first: {
      external_id: '35436',
      title: 'Help with my order',
      description: 'It was due on Monday.\n\nThanks',
      priority: 'critical',
      status: 'open',
      created_at: '2025-11-10T00:10:42.000Z',
      tags: ['vip', 'web'],
    },
    leftOut: { requester: 0 },
    statuses: 'open in_progress in_progress resolved open open closed closed',
  },
] as const;

describe.each(FILES)('an export like $file', ({ file, dateOrder, first, leftOut, statuses }) => {
  const order = dateOrder ? `&date_order=${dateOrder}` : '';
  const send = () =>
    sendFile(
      api,
      file.endsWith('.json') ? 'application/json' : 'text/csv',
      readFileSync(join(EXPORTS, file)),
      `?${DEFAULTS}&time_zone=Europe/Berlin${order}`,
    );

  async function expectTickets(): Promise<void> {
    const tickets = await api.database.query<Record<string, unknown>[]>(
      'SELECT tickets.*, email, name FROM tickets LEFT JOIN requesters ON requesters.id = requester_id ORDER BY tickets.id',
    );
    expect(tickets[0]).toMatchObject(first);
    expect(tickets.map(({ status }) => status).join(' ')).toBe(statuses);
  }

  it('imports unchanged through the API, once', async () => {
    const [once, twice] = [await send(), await send()];

    expect(once.json<ImportResultDto>()).toMatchObject({ imported: 8, rejected: 0, errors: [] });
    expect(once.json<ImportResultDto>().reading?.left_out).toEqual({ assignee: 0, team: 0, tags: 0, ...leftOut });
    expect(twice.json<ImportResultDto>()).toMatchObject({ imported: 0, already_imported: 8, rejected: 0 });
    await expectTickets();
  });

  it('imports unchanged through the command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docket-export-'));
    copyFileSync(join(EXPORTS, file), join(folder, file));
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const options = ['--time-zone', 'Europe/Berlin', ...(dateOrder ? ['--date-order', dateOrder] : [])];

    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
        COMMAND,
        file,
        '--url',
        `http://127.0.0.1:${port}`,
        ...options,
      ],
      { cwd: folder, env: { ...process.env, NODE_OPTIONS: '' } },
    );

    expect(stdout).toContain('Imported 8 rows');
    expect(stdout).toContain('Columns: ');
    expect(readdirSync(folder)).toEqual([file]);
    await expectTickets();
    rmSync(folder, { recursive: true });
  });
});

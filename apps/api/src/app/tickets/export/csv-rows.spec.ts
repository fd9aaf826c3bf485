import { CSV_HEADER, toCsvRow } from './csv-rows';
import type { ExportedRow } from './exported-row';

const TICKET: ExportedRow = {
  id: 7,
  title: 'Late',
  description: 'Where is it?',
  category: 'general',
  priority: 'low',
  status: 'open',
  created_at: '2026-03-01T09:30:00.500Z',
  updated_at: '2026-03-02T09:30:00.000Z',
  version: 3,
  tags: ['mfa', 'vip'],
  requester: { id: 1, email: 'nora@example.com', name: 'Nora "N" Lind' },
  assignee: { id: 2, name: 'Ben, Okafor' },
  team: { id: 3, name: 'Identity' },
  external_id: 'ZD-1',
};

it('has a value for each column, and quotes those with commas and quotation marks', () => {
  expect(CSV_HEADER + toCsvRow(TICKET, false)).toBe(
    'id,external_id,title,description,category,priority,status,created_at,updated_at,requester,requester_email,assignee,team,tags\r\n' +
      '7,ZD-1,Late,Where is it?,general,low,open,2026-03-01T09:30:00.500Z,2026-03-02T09:30:00.000Z,' +
      '"Nora ""N"" Lind",nora@example.com,"Ben, Okafor",Identity,"mfa,vip"\r\n',
  );
});

it('leaves what is absent empty', () => {
  const alone = { ...TICKET, requester: null, assignee: null, team: null, tags: [], external_id: null };

  expect(toCsvRow(alone, false)).toMatch(/^7,,Late,.*Z,,,,,\r\n$/);
});

it.each(['=1+1', '+49 30', '-2', '@sum(A1)', '\t=1', '\r=1'])('stores %j as a text for a spreadsheet only', (title) => {
  expect(toCsvRow({ ...TICKET, title }, true)).toContain(`'${title}`);
  expect(toCsvRow({ ...TICKET, title }, false)).not.toContain(`'${title}`);
});

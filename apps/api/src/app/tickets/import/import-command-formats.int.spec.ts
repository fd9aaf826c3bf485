import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImportCommand } from '../../../testing/import-command';
import { VALID_ROW, ndjson, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let folder: string;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
beforeEach(async () => {
  await api.database.query('DELETE FROM tickets');
  folder = mkdtempSync(join(tmpdir(), 'docket-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => api.close());

const runImport = (...args: string[]) => runImportCommand(api, folder, args);
const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('npm run import with files of other programs', () => {
  it.each(['utf-16le', 'latin1'] as const)(
    'reads a file in %s and writes its rejected rows in UTF-8',
    async (encoding) => {
      const header = 'title;description;status\r\n';
      write(
        'tickets.csv',
        Buffer.from(`${header}Größe;Maß fehlt in der Übersicht;\r\n;geändert: früher ging es;\r\n`, encoding),
      );

      const { code, output } = await runImport('tickets.csv');

      expect(code).toBe(1);
      expect(output).toContain(encoding === 'latin1' ? 'its encoding seems to be windows-1252' : 'separated by ";"');
      expect(read('tickets.rejects.csv')).toBe(`\ufeff${header};geändert: früher ging es;\r\n`);
      expect(read('tickets.rejects.txt')).toContain('line 2 (line 3 of tickets.csv): title must not be blank');
      expect(await storedTickets(api)).toMatchObject([{ title: 'Größe', description: 'Maß fehlt in der Übersicht' }]);

      write('tickets.rejects.csv', read('tickets.rejects.csv').replace('\n;', '\nA;'));
      expect((await runImport('tickets.rejects.csv')).code).toBe(0);
      expect((await storedTickets(api)).at(-1)).toMatchObject({ description: 'geändert: früher ging es' });
    },
  );

  it('keeps the rejected rows of a text file apart from the reasons', async () => {
    write('tickets.txt', 'title|description\n|no title\n');

    await runImport('tickets.txt');

    expect(read('tickets.rejects.csv')).toBe('title|description\n|no title\n');
    expect(read('tickets.rejects.txt')).toBe('line 2 (line 2 of tickets.txt): title must not be blank\n');
  });

  it('reads all parts of a file with the quotes of its first rows', async () => {
    const rows = Array.from({ length: 1500 }, (_, n) => `${n},'T${n}','C:\\'\n`).join('');
    write('tickets.csv', `id,title,description\n0,'It''s broken','a, b'\n${rows.replace('T7', '')}`);

    const { output } = await runImport('tickets.csv');

    expect(output).toContain('Rejected 1 row');
    expect(read('tickets.rejects.csv')).toBe("id,title,description\n7,'','C:\\'\n");
    const tickets = await storedTickets(api);
    expect([tickets[0], tickets.at(-1)]).toMatchObject([
      { title: "It's broken", description: 'a, b' },
      { title: 'T1499', description: 'C:\\' },
    ]);
  });

  it('reads a JSON document and writes its rejected records as lines', async () => {
    const tickets = Array.from({ length: 1500 }, (_, index) => ({ ...VALID_ROW, title: `T${index}` }));
    write(
      'tickets.json',
      JSON.stringify({ tickets: [{ ...VALID_ROW, title: '' }, ...tickets, { ...VALID_ROW, title: null }] }),
    );

    const { code, output } = await runImport('tickets.json');

    expect(code).toBe(1);
    expect(output).toContain('Imported 1,500 rows');
    expect(read('tickets.rejects.ndjson')).toBe(ndjson({ title: '' }, { title: null }));
    expect((await runImport('tickets.rejects.ndjson')).output).toContain('Rejected 2 rows');
  });

  it.each([
    [
      'records with names',
      (rows: readonly object[]) => ({ tickets: Object.fromEntries(rows.map((row, n) => [`-N${n}`, row])) }),
    ],
    [
      'lists before their columns',
      (rows: readonly object[]) => ({
        data: rows.map((row) => Object.values(row) as unknown[]),
        columns: Object.keys(VALID_ROW),
      }),
    ],
  ])('reads %s and writes those that are rejected', async (_name, toDocument) => {
    const tickets = Array.from({ length: 1500 }, (_, index) => ({ ...VALID_ROW, title: `T${index}` }));
    write('tickets.json', JSON.stringify(toDocument([...tickets, { ...VALID_ROW, title: '' }])));

    const { output } = await runImport('tickets.json');

    expect(output).toContain('Imported 1,500 rows');
    expect((await runImport('tickets.rejects.ndjson')).output).toContain('Rejected 1 row');
  });

  it('imports what is complete of a JSON document that is cut off, and says so', async () => {
    write('tickets.json', JSON.stringify([VALID_ROW, VALID_ROW]).slice(0, -1));

    const { code, output, errors } = await runImport('tickets.json');

    expect({ code, output, errors }).toMatchObject({
      code: 1,
      output: textContaining('Imported 2 rows'),
      errors: textContaining('The file is cut off: its JSON does not end. What is complete was sent.\n'),
    });
  });

  it('takes the encoding from the command line, and leaves no temporary file', async () => {
    const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('docket-text-'));
    const before = copies();
    write('tickets.csv', Buffer.from('title,description\n\xa4 5,x\n', 'latin1'));

    await runImport('tickets.csv', '--encoding', 'iso-8859-15');

    expect(await storedTickets(api)).toMatchObject([{ title: '€ 5' }]);
    expect(copies()).toEqual(before);
  });
});

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImportCommand } from '../../../testing/import-command';
import { ndjson, storedTickets } from '../../../testing/import-requests';
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

describe('npm run import', () => {
  it('imports a file and prints a summary', async () => {
    write('tickets.jsonl', ndjson({}, { priority: null }, { category: undefined, priority: '' }));

    const { code, output } = await runImport('tickets.jsonl');

    expect(code).toBe(0);
    expect(output).toContain('Imported 3 rows');
    expect(output).toContain('1 row had no category that Docket knows: general was used.');
    expect(output).toContain('2 rows had no priority that Docket knows: medium was used.');
    expect(await storedTickets(api)).toHaveLength(3);
    expect(readdirSync(folder)).toEqual(['tickets.jsonl']);
  });

  it('says what a file is that it cannot import', async () => {
    write('tickets.csv', Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1'));

    const { code, errors } = await runImport('tickets.csv');

    expect(code).not.toBe(0);
    expect(errors).toContain('tickets.csv must be CSV, NDJSON or JSON, and is a spreadsheet (XLSX or ODS)');
    expect(await storedTickets(api)).toEqual([]);
  });

  it('writes rejected NDJSON unchanged, so it can be corrected and imported again', async () => {
    const [bad, worse] = [
      '{"title": "Wi-Fi", "description": "slow", "status": ["Solved"],  "x": 1}\r\n',
      '{"title"  \n',
    ];
    write('tickets.ndjson', ndjson({}) + '\n' + bad + ndjson({}) + worse + '{"description": "the end"}');

    const { code, output } = await runImport('tickets.ndjson');

    expect(code).toBe(1);
    expect(output).toContain('1 × status must be one of open, in_progress, resolved, closed');
    expect(read('tickets.rejects.ndjson')).toBe(bad + worse + '{"description": "the end"}\n');
    expect(read('tickets.rejects.txt').split('\n')).toEqual([
      'line 1 (line 3 of tickets.ndjson): status must be one of open, in_progress, resolved, closed',
      'line 2 (line 5 of tickets.ndjson): the row must be valid JSON',
      'line 3 (line 6 of tickets.ndjson): title is required',
      '',
    ]);

    write('tickets.rejects.ndjson', bad.replace('["Solved"]', '"Solved"'));
    const again = await runImport('tickets.rejects.ndjson');

    expect(again.code).toBe(0);
    expect(await storedTickets(api)).toHaveLength(3);
  });

  it('writes rejected CSV under its header, including rows of several lines and oversized rows', async () => {
    const header = '\ufeffdescription,title,status\r\n';
    const bad = ['"two\r\nlines",,Closed\r\n', `"${'x'.repeat(2_000_000)}",B,\n`, 'too,many,,values\n'];
    write('tickets.csv', header + 'fine,C,\r\n' + bad[0] + '\r\n' + bad[1] + 'fine,D,closed\n' + bad[2]);

    const { code } = await runImport('tickets.csv');

    expect(code).toBe(1);
    expect(read('tickets.rejects.csv') === header + bad.join('')).toBe(true);
    expect(read('tickets.rejects.txt')).toContain('line 2 (line 3 of tickets.csv): title must not be blank');
    expect(read('tickets.rejects.txt')).toContain('line 4 (line 6 of tickets.csv): the row must be at most');
    expect(await storedTickets(api)).toMatchObject([{ title: 'C' }, { title: 'D', status: 'closed' }]);

    write('tickets.rejects.csv', 'description,title,status\n' + bad[0]?.replace(',,', ',A,'));
    expect((await runImport('tickets.rejects.csv')).code).toBe(0);
    expect((await storedTickets(api)).at(-1)).toMatchObject({ description: 'two\r\nlines', status: 'closed' });
  });

  it('writes all of 2,500 rejected rows and never overwrites a file', async () => {
    write('tickets.jsonl', ndjson({}) + '{}\n'.repeat(2500) + ndjson({}));
    write('tickets.rejects.jsonl', 'half corrected');

    const { output } = await runImport('tickets.jsonl');

    expect(output).toContain('Rejected 2,500 rows');
    expect(read('tickets.rejects-2.jsonl')).toBe('{}\n'.repeat(2500));
    expect(read('tickets.rejects-2.txt')).toContain('line 2500 (line 2501 of tickets.jsonl): ');
    expect(read('tickets.rejects.jsonl')).toBe('half corrected');
  });

  it('rejects rows without properties on request, and continues from a line', async () => {
    write('tickets.jsonl', ndjson({ title: 'one' }, { title: 'two' }, { priority: null }));

    const { code } = await runImport('tickets.jsonl', '--no-defaults', '--from-line', '2');

    expect(code).toBe(1);
    expect(await storedTickets(api)).toMatchObject([{ title: 'two' }]);
    expect(read('tickets.rejects.txt')).toBe('line 1 (line 3 of tickets.jsonl): priority is required\n');
  });

  it.each([
    [['missing.jsonl'], 'There is no file'],
    [['.'], 'is not a file'],
    [['README.md'], 'Docket imports *.csv, *.tsv, *.txt, *.json, *.ndjson and *.jsonl files, not README.md'],
    [['good.jsonl', '--map', 'Title=x'], '--map must start with one of title, description'],
    [['good.jsonl', '--time-zone', 'Mars'], '--time-zone must be the name of a time zone, like Europe/Berlin'],
    [['empty.csv'], 'must start with a header row'],
    [['good.jsonl', '--url', 'http://127.0.0.1:65535'], 'No server responds at http://127.0.0.1:65535'],
    [['good.jsonl', '--default-category', 'Billing'], 'Allowed choices are billing'],
    [[], "missing required argument 'FILE'"],
  ])('prints one line of explanation for %j', async (args, reason) => {
    write('good.jsonl', ndjson({}));
    write('empty.csv', '');
    write('README.md', '# Docket');

    const { code, output, errors } = await runImport(...args);

    expect(code).toBe(2);
    expect(output).toBe('');
    expect(errors).toContain(reason);
    expect(errors).not.toMatch(/^ +at /m);
  });

  it('describes its options with --help', async () => {
    const { code, output } = await runImport('--help');

    expect(code).toBe(0);
    expect(output).toMatch(/--default-priority[\s\S]*Exit code/);
  });
});

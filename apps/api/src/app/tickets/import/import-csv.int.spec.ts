import { sendFile, storedTickets } from '../../../testing/import-requests';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ProblemDto } from '../../platform/problems/problem.dto';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
beforeEach(() => api.database.query('DELETE FROM tickets'));
afterAll(() => api.close());

const sendCsv = (payload: string | Buffer, query?: string) => sendFile(api, 'text/csv', payload, query);

describe('a CSV import', () => {
  it('accepts columns in any order and ignores unknown ones', async () => {
    const response = await sendCsv(
      'id,priority,description,title,category,updated_at\r\n' +
        'x-1,low,"It says ""no"",\r\nthen stops",Printer,technical,2001-01-01T00:00:00Z\r\n\r\n' +
        'x-2,high,plain,"Öl, Größe 🚲",billing,\r\n',
    );

    expect(response.json()).toEqual({ imported: 2, rejected: 0, errors: [] });
    expect(await storedTickets(api)).toMatchObject([
      { title: 'Printer', description: 'It says "no",\r\nthen stops', category: 'technical', priority: 'low' },
      { title: 'Öl, Größe 🚲', description: 'plain', category: 'billing', priority: 'high' },
    ]);
  });

  it('reads quoted values between blanks', async () => {
    const response = await sendCsv(
      'title, "description", category, priority\n"A", "b, c\nd" ,general, low\n5" disk, "e", "bug", "high"\n',
    );

    expect(response.json()).toMatchObject({ imported: 2, rejected: 0 });
    expect(await storedTickets(api)).toMatchObject([
      { title: 'A', description: 'b, c\nd', category: 'general', priority: 'low' },
      { title: '5" disk', description: 'e', category: 'technical', priority: 'high' },
    ]);
  });

  it('reports invalid rows with the line where they start', async () => {
    const response = await sendCsv(
      'title,description,category,priority\n' +
        '"two\nlines",x,general,low\n' +
        'too,few,general\n' +
        'too,many,general,low,more\n' +
        '5" disk,"fine ""so"" far",general,low\n' +
        '"stray "quote"",x,general,low\n' +
        '"good\n\nrow",x,general,low\n' +
        'bad value,x,Sales,\n' +
        '"never closed,x,general,low\nlost,x,general,low\n',
    );

    expect(response.json()).toMatchObject({
      imported: 3,
      rejected: 5,
      errors: [
        { line: 4, errors: [{ pointer: '/priority', detail: 'is required' }] },
        { line: 5, errors: [{ pointer: '', detail: 'must have at most 4 values like the header row, and has 5' }] },
        { line: 7, errors: [{ pointer: '', detail: textContaining('quotation mark') }] },
        {
          line: 11,
          errors: [
            { pointer: '/priority', detail: 'is required' },
            { pointer: '/category', detail: textContaining('must be one of billing, technical, account, general') },
          ],
        },
        { line: 12, errors: [{ pointer: '', detail: textContaining('never closed') }] },
      ],
    });
  });

  it('skips empty rows, ignores empty surplus values and columns that are not used', async () => {
    const response = await sendCsv(
      'title,note,description,note,category,priority\n,,,,,\nA,1,b,2,general,low,,\n  , ,,,,\n"","",,,,\nB,,c,,general,low\n',
    );

    expect(response.json()).toMatchObject({ imported: 2, rejected: 0 });
  });

  it.each([
    ['a semicolon', 'title;description;category;priority\nA;b, c;general;low\n'],
    ['a tab', 'title\tdescription\tcategory\tpriority\nA\tb, c\tgeneral\tlow\n'],
    ['a bar', 'title|description|category|priority\rA|b, c|general|low\r'],
    ['a semicolon, with commas in the header', 'title;description;category;priority;"a, b"\nA;b, c;general;low;\n'],
    ['what its first line says', 'sep=^\r\ntitle^description^category^priority\r\nA^b, c^general^low\r\n'],
  ])('finds that the separator is %s', async (_name, file) => {
    expect((await sendCsv(file)).json()).toMatchObject({ imported: 1, rejected: 0 });
    expect(await storedTickets(api)).toMatchObject([{ title: 'A', description: 'b, c' }]);
  });

  it.each([
    ['title,description\n"say \\"hi\\", please","a \\"b\\" c"\n', 'say "hi", please', 'a "b" c'],
    ["title,description\n'Printer, again','It''s stuck'\n", 'Printer, again', "It's stuck"],
    ['title,description\n"C:\\","x"\n', 'C:\\', 'x'],
  ])('reads the quotes of other programs: %j', async (file, title, description) => {
    const response = await sendFile(api, 'text/csv', file, '?default_category=general&default_priority=low');

    expect(response.json()).toMatchObject({ imported: 1, rejected: 0 });
    expect(await storedTickets(api)).toMatchObject([{ title, description }]);
  });

  it('bounds the response to a file of 20 rows with 1,000 wrong values each', async () => {
    const header = `title,description,category,priority,${'x,'.repeat(996)}`.slice(0, -1);
    const response = await sendCsv(
      `${header}\n` + `${'w'.repeat(5000)},`.repeat(1000).slice(0, -1).concat('\n').repeat(20),
    );

    expect(response.json()).toMatchObject({ imported: 0, rejected: 20 });
    expect(response.rawPayload.length).toBeLessThan(65_536);
  });

  it.each([
    ['', 'must start with a header row'],
    ['Who,description\nA,b\n', 'must name a column for the title in its header row'],
    ['Who,When\nA,b\n', 'map=title=NAME must say which one it is; the columns are "Who", "When"'],
    ['title,description,title\nA,b,c\n', 'must not name the column title twice in its header row'],
    ['title,'.repeat(250_000), 'must have a header row of at most 65,536 bytes'],
    ['c,'.repeat(30_000), 'must have at most 1,000 columns, and has 30,001'],
    ['"title\n', 'cannot be read, because its header row has a quotation mark'],
  ])('rejects a file with the header row %.40j', async (file, detail) => {
    const response = await sendCsv(file);

    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json<ProblemDto>().errors).toContainEqual({ pointer: '', detail: textContaining(detail) });
    expect(await storedTickets(api)).toEqual([]);
  });
});

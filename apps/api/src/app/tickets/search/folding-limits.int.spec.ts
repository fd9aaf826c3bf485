import { DESCRIPTION_MAX_LENGTH } from '@docket/domain';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

async function fold(text: string): Promise<string> {
  const [row] = await api.database.query<{ folded: string }[]>('SELECT ticket_folded_text($1) AS folded', [text]);
  return row?.folded ?? '';
}

/** A text of maximum length. */
const filledWith = (part: string) => part.repeat(DESCRIPTION_MAX_LENGTH / part.length);

/** Long runs of marks, which PostgreSQL would sort in quadratic time: minutes for one text. */
const LONG_RUNS = {
  'marks of four classes': '\u0315\u0300\u05AE\u0301',
  'marks of two classes': '\u0301\u0323',
  'marks around a joiner': '\u0301\u0323\u200D\u0301',
  'marks around a grapheme joiner': '\u0301\u0323\u034F\u0301',
  'marks and half-width voicing marks': '\uFF9E\u0301\u0323\u0301',
  'marks and spacing voicing marks': '\u0301\u309B\u0323\u309C',
  'marks that decompose': '\u0344\u0323\u0F73\u0F71',
  'marks that get a case': '\u0345\u0301',
  'vowel signs that decompose to three': '\u0DDD\u0F77',
  'marks of a new script': '\u{1E8D0}\u0301\u0323',
  'musical marks': '\u{1D165}\u{1D16D}',
  'removed points': '\u05B0\u0301',
};

it.each(Object.entries(LONG_RUNS))('keeps 30 marks of a long run of %s', async (_, marks) => {
  const folded = await fold(`a${filledWith(marks).slice(0, -1)}`);

  expect(folded.length).toBeLessThanOrEqual(1 + 3 * 30);
});

it('keeps 30 marks where a removed letter separated longer runs', async () => {
  const folded = await fold(filledWith(`${'\u0301\u0323'.repeat(12)}\u0640`));

  expect(folded.length).toBeLessThanOrEqual(1 + 30);
});

it('finds a text with a long run of marks, which stays as it is', async () => {
  const description = `Zalgo: H${'\u0315\u0300\u05AE\u0301'.repeat(1000)}i`;
  const created = await api.inject({
    method: 'POST',
    url: '/api/tickets/',
    payload: { title: 'Marks', description, category: 'general', priority: 'low' },
  });

  const found = await api.inject({
    method: 'GET',
    url: `/api/tickets/?search=${encodeURIComponent(`H${'\u0315\u0300\u05AE\u0301'.repeat(20)}`)}`,
  });

  expect(created.json()).toMatchObject({ description });
  expect(found.json<{ id: number }[]>().map(({ id }) => id)).toEqual([created.json<{ id: number }>().id]);
});

it('keeps up to 30 marks of each letter, for each letter', async () => {
  const letters = `o${'\u0323'.repeat(30)}e${'\u0301'.repeat(30)}`;

  expect(await fold(letters)).toBe(letters.normalize('NFKC'));
});

it('makes no character longer than four', async () => {
  const [row] = await api.database.query<{ longer: string }[]>(
    `SELECT string_agg(chr(point), ' ') AS longer FROM generate_series(1, x'1ffff'::int) AS point
     WHERE point NOT BETWEEN x'3400'::int AND x'dfff'::int AND char_length(ticket_folded_text(chr(point))) > 4`,
  );

  expect(row).toEqual({ longer: null });
});

it.each(['ﷺ', 'ﷻ', '㌖', '㎯'])('keeps the length of a text of %s', async (character) => {
  expect([...(await fold(character.repeat(1000)))]).toHaveLength(1000);
});

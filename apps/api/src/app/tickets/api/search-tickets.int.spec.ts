import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

const TEXTS: Record<string, string> = {
  'Refund of 100% please': 'I paid twice_over for C:\\temp',
  'VPN drops': 'The tunnel closes after the second time I connect, ÜBERALL.',
  Printer: 'Second floor. Paid support says the time is up',
  'חשבון נעול': 'לא מצליח להיכנס 🔥 למערכת',
  'يتعذر الدخول': `tail ${'x'.repeat(73_000)} needle at the end`,
  'It\'s "quoted" <b>': "'; DROP TABLE tickets; -- naïve",
  'Straße gesperrt': 'İstanbul, IĞDIR: ΟΔΟΣ',
};
const [REFUND, VPN, PRINTER, HEBREW, ARABIC, QUOTED, FOLDED] = Object.keys(TEXTS);

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  const rows = Object.entries(TEXTS).map(([title, description]) => aTicket({ title, description }));
  await api.database.getRepository(Ticket).insert(rows);
});
afterAll(() => api.close());

const search = async (text: string) => {
  const response = await api.inject({ method: 'GET', url: '/api/tickets/', query: { search: text } });
  expect(response.statusCode).toBe(200);
  expect(response.headers['x-total-count-relation']).toBe('eq');
  return response
    .json<{ title: string }[]>()
    .map(({ title }) => title)
    .sort();
};

describe('GET /api/tickets/?search=', () => {
  it.each([
    ['a text in a title', 'refund', [REFUND]],
    ['a text in a description', 'tunnel', [VPN]],
    ['part of a word', 'unnel', [VPN]],
    ['a text in another case', 'REFUND', [REFUND]],
    ['a non-ASCII text in another case', 'überall', [VPN]],
    ['several words in any order', 'time second', [VPN, PRINTER]],
    ['words in the title and in the description', 'printer paid', [PRINTER]],
    ['no ticket with only one of the words', 'refund tunnel', []],
    ['a quoted phrase', '"second time"', [VPN]],
    ['a quoted phrase and a word', 'connect "second time"', [VPN]],
    ['no words of a phrase in another order', '"time second"', []],
    ['no phrase across title and description', '"please I paid"', []],
    ['no phrase with a line break across title and description', '"please\nI paid"', []],
    ['a percent sign', '100%', [REFUND]],
    ['no wildcard in a percent sign', '1%0', []],
    ['an underscore', 'twice_over', [REFUND]],
    ['no wildcard in an underscore', 'tw_ce', []],
    ['a backslash', 'C:\\temp', [REFUND]],
    ['a backslash at the end', 'C:\\', [REFUND]],
    ['Hebrew', 'נעול', [HEBREW]],
    ['an emoji', '🔥', [HEBREW]],
    ['Arabic', 'الدخول', [ARABIC]],
    ['the end of 73,000 characters', 'needle', [ARABIC]],
    ['SQL as plain text', "'; DROP TABLE", [QUOTED]],
    ['a quote inside a word', "It's <b>", [QUOTED]],
    ['an accent', 'naïve', [QUOTED]],
    ['a sharp s by SS', 'STRASSE', [FOLDED]],
    ['a sharp s', 'straße', [FOLDED]],
    ['a dotted capital i', 'istanbul', [FOLDED]],
    ['a dotless i', 'ığdır', [FOLDED]],
    ['a final sigma', 'οδος', [FOLDED]],
    ['a sigma inside a word', 'οδοσ', [FOLDED]],
    ['nothing without a match', 'zebra', []],
  ])('finds %s', async (_case, text, expected) => {
    expect(await search(text)).toEqual([...expected].sort());
  });

  it.each(['', '   ', '""', '" "'])('ignores the empty search %p', async (text) => {
    expect(await search(text)).toHaveLength(Object.keys(TEXTS).length);
  });

  it('combines with the other filters', async () => {
    await api.database.getRepository(Ticket).update({ title: VPN }, { status: 'closed' });

    const open = await api.inject({ method: 'GET', url: '/api/tickets/?search=time&status=open' });

    expect(open.json<{ title: string }[]>().map(({ title }) => title)).toEqual([PRINTER]);
  });
});

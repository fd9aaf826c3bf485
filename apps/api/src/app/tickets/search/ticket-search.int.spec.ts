import { TICKET_STATUSES } from '@docket/domain';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { searchTerms } from '../query/search-terms';
import { WINDOWS } from './day-windows';
import { TicketList } from '../list/ticket-list';
import type { TicketFilter } from '../query/ticket-filter';
import { WALKS } from './ticket-search';
import { Ticket } from '../model/ticket.entity';

/** More than a search counts. */
const MANY = 1100;
const DAY = 86_400_000;

const SENTENCES = [
  'The card payment failed twice with error 0x1F4!',
  'Könnten Sie bitte prüfen, ob die Überweisung aus Zürich angekommen ist?',
  'Straße gesperrt: der Aufzug fährt nicht.',
  'İstanbul ofisinde yazıcı çalışmıyor, IĞDIR da öyle.',
  'Η ΟΔΟΣ είναι κλειστή.',
  '申请退款，谢谢。',
  '漢字が表示されません',
  'Не работает вход в систему',
  'לא מצליח להיכנס 🔥 למערכת',
  'C++ crash in a->b at /usr/lib/x86_64: 100% CPU, ~/.cache is full',
  'It\'s <b>naïve</b> to say "quoted"; DROP TABLE tickets; --',
  'Please jump over the lazy dog quickly, my vexing sphinx of quartz.',
  'हिन्दी में टिकट',
  'üvbü-kc-#tn# x.a q,b xabz vb',
  'कृपया मेरी मदद करें e-mail और PDF के साथ',
];

let api: TestApp;
let list: TicketList;
let texts: Pick<Ticket, 'id' | 'title' | 'description' | 'status' | 'createdAt'>[];

beforeAll(async () => {
  api = await startTestApp();
  list = api.app.get(TicketList);
  const from = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
  // Two sentences of each ticket change slowly and quickly, so that all kinds of words are together somewhere. The oldest
  // 1,100 have a word that nobody has used since.
  texts = Array.from({ length: 2 * MANY }, (_, n) => ({
    id: n + 1,
    title: `Nr ${n} ${n % 7 === 0 ? 'uRGENT' : 'normal'}`,
    description: `${from(SENTENCES, n)} ${from(SENTENCES, Math.floor(n / 14))}${n < MANY ? ' zeppelin_§' : ''}`,
    status: from(TICKET_STATUSES, Math.floor(n / 3)),
    createdAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 2) * 3_600_000),
  }));
  for (let at = 0; at < texts.length; at += 550) {
    await api.database.getRepository(Ticket).insert(texts.slice(at, at + 550).map((text) => aTicket(text)));
  }
  await api.database.query('VACUUM ANALYZE tickets');
});
afterAll(() => api.close());
afterEach(() => jest.restoreAllMocks());

const fold = (text: string) => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('\u0307', '');

/** What a search has to find, in the order of the list, without the database. */
function expected({ search = '', status, created_from, created_to }: TicketFilter): number[] {
  const terms = searchTerms(search).map(fold);
  const [from, to] = [created_from ?? '0001-01-01', created_to ?? '9999-01-01'].map((day) => Date.parse(day));
  return texts
    .filter(({ title, description }) => {
      const both = [fold(title), fold(description)];
      return terms.every((term) => both.some((text) => text.includes(term)));
    })
    .filter((text) => !status || status.includes(text.status))
    .filter(({ createdAt }) => createdAt.getTime() >= Number(from) && createdAt.getTime() < Number(to) + DAY)
    .map(({ id }) => id)
    .reverse();
}

/** All pages of a search, there and back again, as the ids on them; fails when the counts or the links are wrong. */
async function followAll(filter: TicketFilter, limit: number): Promise<number[][]> {
  const there: number[][] = [];
  const back: number[][] = [];
  const total = expected(filter).length;
  let page = await list.page(filter, limit);
  expect(page.prev).toBeUndefined();
  for (;;) {
    expect(page.count).toEqual(total > 1000 ? { total: 1000, relation: 'gte' } : { total, relation: 'eq' });
    there.push(page.tickets.map(({ id }) => id));
    if (!page.next) break;
    page = await list.page(filter, limit, page.next);
    expect(page.prev).toBeDefined();
  }
  back.unshift(page.tickets.map(({ id }) => id));
  while (page.prev) {
    page = await list.page(filter, limit, page.prev);
    expect(page.next).toBeDefined();
    back.unshift(page.tickets.map(({ id }) => id));
  }
  expect(back).toEqual(there);
  return there;
}

const SEARCHES = [
  ...['normal', 'urgent', 'card payment', 'nr', 'zeppelin_§', '§', 'zeppelin überweisung', 'zeppelin "nr 1"'],
  ...['ü', 'Ü', '退款', '退', '款申', '漢字が', 'не', '🔥', '100%', 'c++', '->', 'a->b', '~/.', ': 1', '"; "', '§ 字'],
  ...[
    'vb',
    'kc',
    'tn',
    'x.a',
    '.a',
    'xa',
    'q,b',
    'ab',
    'x.a q,b',
    'q a',
    'q ab',
    'üv',
    '#t',
    'n#',
    '"a q"',
    'TN q',
    '4k',
    '. ',
  ],
  ...['q', 'qu', 'qz', 'jx', 'z', 'x8', 'mb', 'tn', 'e', 'e.', '1', '%', '_', '\\', '<b>', 'ß', 'ss', 'STRASSE'],
  ...['οδος', 'ΟΔΟΣ', 'istanbul', 'ığdır', 'İ', 'ı', 'हिन्दी', 'ही', 'टि', 'e-mail', '-m', 'PDF के', 'naïve', 'naive'],
  ...['"failed twice with error 0x1f4! könnten sie bitte prüfen, ob die überweisung aus zürich angekommen ist?"'],
  ...['the card payment failed twice with error könnten sie bitte prüfen, ob die überweisung aus zürich ist'],
  ...['the card payment failed twice with error könnten sie bitte prüfen, ob die überweisung aus Xanten ist'],
  ...[
    '"the card payment twice failed with error 0x1f4! könnten sie bitte prüfen, ob die überweisung"',
    'x'.repeat(400),
  ],
];

/** As if there were many more tickets: the wanted ones are never beside the cursor, and the windows have few. */
const shrink = (walks: number, tickets: number) => {
  for (const walk of ['first', 'day'] as const) jest.replaceProperty(WALKS, walk, walks);
  jest.replaceProperty(WINDOWS, 'tickets', tickets);
};

describe.each([
  ['as it is', 1000, 4000],
  ['far from the cursor', 4, 4000],
  ['in many windows', 30, 30],
])('a search, %s,', (_, walks, tickets) => {
  beforeEach(() => shrink(walks, tickets));

  it.each(SEARCHES)('finds what has %p, and nothing else', async (search) => {
    const pages = await followAll({ search }, 600);

    expect(pages.flat()).toEqual(expected({ search }));
  });

  it.each<[string, TicketFilter]>([
    ['labels', { status: ['open', 'closed'] }],
    ['days', { created_from: '2026-01-05', created_to: '2026-01-30' }],
    ['labels and days', { status: ['resolved'], created_from: '2026-01-03' }],
  ])('with %s finds the same of them', async (__, filter) => {
    for (const search of ['normal', 'zeppelin', 'e', 'ü', 'q', '§', 'mb', 'z "nr 1"']) {
      const pages = await followAll({ ...filter, search }, 400);

      expect(pages.flat()).toEqual(expected({ ...filter, search }));
    }
  });
});

it('meets what was only ever written long ago, page by page and back', async () => {
  shrink(100, 100);
  const ids = Array.from({ length: MANY }, (_, n) => MANY - n);

  expect(expected({ search: 'zeppelin' })).toEqual(ids);
  expect((await followAll({ search: 'zeppelin' }, 100)).flat()).toEqual(ids);
});

it('knows that there is more behind a ticket that has changed since', async () => {
  shrink(5, 5);
  const first = await list.page({ search: 'zeppelin' }, 50);
  const last = first.tickets.at(-1);
  await api.database.getRepository(Ticket).update({ id: last?.id }, { description: 'It was about something else.' });

  const second = await list.page({ search: 'zeppelin' }, 50, first.next);

  expect(second.prev).toBeDefined();
  expect(second.tickets[0]?.id).toBe(Number(last?.id) - 1);
});

it('knows that nothing is behind when the only match there has changed since', async () => {
  const first = await list.page({ search: 'zeppelin' }, 1);
  const [only] = first.tickets;
  await api.database.getRepository(Ticket).update({ id: only?.id }, { description: 'It was about something else.' });

  const second = await list.page({ search: 'zeppelin' }, 50, first.next);

  expect(second.prev).toBeUndefined();
});

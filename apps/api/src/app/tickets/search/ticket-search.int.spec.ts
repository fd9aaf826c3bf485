import { TICKET_STATUSES } from '@docket/domain';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { searchTerms } from '../query/search-terms';
import { Transactions } from '../../platform/database/transactions';
import { TicketList } from '../list/ticket-list';
import { Ticket } from '../model/ticket.entity';
import type { TicketFilter } from '../query/ticket-filter';
import { TicketQuery, type TicketQueryParts } from '../query/ticket-query';
import { WINDOW_LIMITS } from './day-windows';
import { SEARCH_LIMITS } from './search-budget';
import { type Match, SearchScan } from './search-scan';
import { SCAN_LIMITS } from './ticket-search';

/** More tickets than a search counts exactly. */
const BEYOND_COUNT_LIMIT = 1100;
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
  // One sentence of each ticket changes quickly and one slowly, so every pair of sentences occurs. Only the oldest 1,100 tickets
  // contain "zeppelin".
  texts = Array.from({ length: 2 * BEYOND_COUNT_LIMIT }, (_, n) => ({
    id: n + 1,
    title: `Nr ${n} ${n % 7 === 0 ? 'uRGENT' : 'normal'}`,
    description: `${from(SENTENCES, n)} ${from(SENTENCES, Math.floor(n / 14))}${n < BEYOND_COUNT_LIMIT ? ' zeppelin_§' : ''}`,
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

/** The ids that a search must find, in list order, computed without the database. */
function expected(search: string, { status, createdFrom, createdTo }: TicketFilter = {}): number[] {
  const terms = searchTerms(search).map(fold);
  const [from, to] = [createdFrom ?? '0001-01-01', createdTo ?? '9999-01-01'].map((day) => Date.parse(day));
  const number = Number(/^(?:ticket )?(?:#|no\.?)? ?(\d+)\.?$/.exec(search.toLowerCase())?.[1]);
  const found = texts
    .filter(({ id, title, description }) => {
      const both = [fold(title), fold(description)];
      return id === number || terms.every((term) => both.some((text) => text.includes(term)));
    })
    .filter((text) => !status || status.includes(text.status))
    .filter(({ createdAt }) => createdAt.getTime() >= Number(from) && createdAt.getTime() < Number(to) + DAY)
    .map(({ id }) => id)
    .reverse();
  // The ticket whose number is searched for comes first.
  return found.includes(number) ? [number, ...found.filter((id) => id !== number)] : found;
}

const pageOf = (parts: TicketQueryParts) => list.page(new TicketQuery(parts));

/** Follows a search to its last page and back. Returns the ids of each page; fails if a count or a link is wrong. */
async function followAll(search: string, limit: number, filter: TicketFilter = {}): Promise<number[][]> {
  const pages: number[][] = [];
  const back: number[][] = [];
  const total = expected(search, filter).length;
  let page = await pageOf({ search, filter, limit });
  expect(page.prev).toBeUndefined();
  for (;;) {
    expect(page.count).toEqual(total > 1000 ? { total: 1000, relation: 'gte' } : { total, relation: 'eq' });
    pages.push(page.tickets.map(({ id }) => id));
    if (!page.next) break;
    page = await pageOf({ search, filter, limit, cursor: page.next });
    expect(page.prev).toBeDefined();
  }
  back.unshift(page.tickets.map(({ id }) => id));
  while (page.prev) {
    page = await pageOf({ search, filter, limit, cursor: page.prev });
    expect(page.next).toBeDefined();
    back.unshift(page.tickets.map(({ id }) => id));
  }
  expect(back).toEqual(pages);
  return pages;
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
  ...['2200', '#2200', '7', '#7', '19', '2201', '007', '1 2'], // ticket numbers
  ...['# 2200', '#2200.', 'No. 2200', 'Ticket # 7'],
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

/** Simulates a larger table: matches are never near the cursor, and each window has few tickets. */
const shrink = (scanLimit: number, tickets: number) => {
  for (const scan of ['first', 'day'] as const) jest.replaceProperty(SCAN_LIMITS, scan, scanLimit);
  jest.replaceProperty(WINDOW_LIMITS, 'tickets', tickets);
};

describe.each([
  ['with its usual limits', 1000, 4000],
  ['far from the cursor', 4, 4000],
  ['in many windows', 30, 30],
])('a search, %s,', (_, scanLimit, tickets) => {
  beforeEach(() => shrink(scanLimit, tickets));

  it.each(SEARCHES)('finds exactly the tickets with %p', async (search) => {
    const pages = await followAll(search, 600);

    expect(pages.flat()).toEqual(expected(search));
  });

  it.each<[string, TicketFilter]>([
    ['properties', { status: ['open', 'closed'] }],
    ['days', { createdFrom: '2026-01-05', createdTo: '2026-01-30' }],
    ['properties and days', { status: ['resolved'], createdFrom: '2026-01-03' }],
  ])('with %s finds exactly those that match both', async (__, filter) => {
    for (const search of ['normal', '#9', '71', 'zeppelin', 'e', 'ü', 'q', '§', 'mb', 'z "nr 1"']) {
      const pages = await followAll(search, 400, filter);

      expect(pages.flat()).toEqual(expected(search, filter));
    }
  });
});

it('pages through the matches of a text that only old tickets contain, and back', async () => {
  shrink(100, 100);
  const ids = Array.from({ length: BEYOND_COUNT_LIMIT }, (_, n) => BEYOND_COUNT_LIMIT - n);

  expect(expected('zeppelin')).toEqual(ids);
  expect((await followAll('zeppelin', 100)).flat()).toEqual(ids);
});

it('links back although the ticket at the cursor no longer matches', async () => {
  shrink(5, 5);
  const first = await pageOf({ search: 'zeppelin', limit: 50 });
  const last = first.tickets.at(-1);
  await api.database.getRepository(Ticket).update({ id: last?.id }, { description: 'It was about something else.' });

  const second = await pageOf({ search: 'zeppelin', limit: 50, cursor: first.next });

  expect(second.prev).toBeDefined();
  expect(second.tickets[0]?.id).toBe(Number(last?.id) - 1);
});

it('does not link back if the only newer match no longer matches', async () => {
  const first = await pageOf({ search: 'zeppelin', limit: 1 });
  const [only] = first.tickets;
  await api.database.getRepository(Ticket).update({ id: only?.id }, { description: 'It was about something else.' });

  const second = await pageOf({ search: 'zeppelin', limit: 50, cursor: first.next });

  expect(second.prev).toBeUndefined();
});

it('restores the settings of a transaction that it joins', async () => {
  const settings = () =>
    api.app
      .get(Transactions)
      .manager.query<unknown[]>(
        `SELECT name, setting FROM pg_settings WHERE name IN ('enable_seqscan', 'enable_indexscan', 'work_mem', 'jit') ORDER BY name`,
      );

  await api.app.get(Transactions).run(async () => {
    const before = await settings();
    await pageOf({ search: 'zeppelin' });
    expect(await settings()).toEqual(before);
  }, 'REPEATABLE READ');
});

describe('a search whose time is over', () => {
  /** Limits each search to 300 tickets, or one day. */
  function cutShort(): void {
    jest.replaceProperty(SEARCH_LIMITS, 'ms', 0);
    jest.replaceProperty(SEARCH_LIMITS, 'tickets', 0);
    jest.replaceProperty(WINDOW_LIMITS, 'tickets', 300);
  }

  /** Follows the links of a list to its end, or to its beginning. */
  async function idsOf(parts: TicketQueryParts, link: 'next' | 'prev' = 'next') {
    const pages: number[][] = [];
    for (let cursor = parts.cursor; (pages.length === 0 || cursor) && pages.length < 200;) {
      const page = await pageOf({ ...parts, cursor });
      pages.push(page.tickets.map(({ id }) => id));
      cursor = page[link];
    }
    return { ids: (link === 'prev' ? pages.reverse() : pages).flat(), pages: pages.length };
  }

  it.each(['newest', 'oldest', 'priority'] as const)(
    'finds the rest on the pages that follow, sorted by %s',
    async (sort) => {
      const parts = { search: 'zeppelin urgent', sort, limit: 200 };
      const whole = await idsOf(parts);
      cutShort();
      const cut = await idsOf(parts);

      expect(cut.ids).toEqual(whole.ids);
      expect(whole.pages).toBe(1);
      expect(cut.pages).toBeGreaterThan(3);
    },
  );

  it.each(['newest', 'oldest', 'priority'] as const)(
    'goes on where a window begins that took too long, sorted by %s',
    async (sort) => {
      const parts = { search: 'zeppelin urgent', sort, limit: 200 };
      const whole = await idsOf(parts);
      jest.replaceProperty(SEARCH_LIMITS, 'tickets', 0);
      jest.replaceProperty(WINDOW_LIMITS, 'tickets', 300);
      const read = Reflect.get(SearchScan.prototype, 'findInWindow') as (
        this: SearchScan,
        ...parts: Parameters<SearchScan['findInWindow']>
      ) => Promise<Match[]>;
      let cancelled = 0;
      jest.spyOn(SearchScan.prototype, 'findInWindow').mockImplementation(function (this: SearchScan, ...parts) {
        const [, , , maxMs = Infinity] = parts;
        if (maxMs === Infinity) return read.apply(this, parts);
        cancelled++;
        return Promise.resolve(undefined);
      });
      const cut = await idsOf(parts);

      expect(cut.ids).toEqual(whole.ids);
      expect(cancelled).toBeGreaterThan(3);
    },
  );

  it('gives a lower bound of the count', async () => {
    cutShort();
    const page = await pageOf({ search: 'zeppelin urgent' });

    expect(page.tickets).toEqual([]); // the newest days have no match
    expect(page.count).toEqual({ total: 0, relation: 'gte' });
    expect(page.next).toBeDefined();
  });

  it('leads back to the beginning', async () => {
    const cursor = { created_at: '0001-01-01T00:00:00.000Z', id: 0, direction: 'prev' } as const;
    const whole = await idsOf({ search: 'urgent', limit: 200 });
    cutShort();
    const cut = await idsOf({ search: 'urgent', cursor, limit: 200 }, 'prev');

    expect(cut.ids).toEqual(whole.ids);
    expect(cut.pages).toBeGreaterThan(whole.pages);
  });

  it('shows the ticket whose number is searched for first', async () => {
    cutShort();
    const { ids } = await idsOf({ search: '7', limit: 200 });

    expect(ids).toEqual(expected('7'));
  });
});

import { ASSIGNEES, TICKET_COUNT, dayOfTicket, insertManyTickets } from '../../../testing/many-tickets';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { type Work, fullScans, measureWork } from '../../../testing/work-of';
import { SEARCH_LIMITS } from '../search/search-budget';

// The tickets already have statistics, and maintenance during a request would count as its work.
jest.mock('../../platform/database/embedded-maintenance', () => ({ startMaintenance: () => () => undefined }));

/** A tenth of the tickets. The table has 2,800 blocks, its indexes 3,000. */
const TENTH = TICKET_COUNT / 10;
const PAGE = 50;
/** Blocks of the requesters, teams and assignees of a page: the levels of each index and the row, for each ticket. */
const RELATION_BLOCKS = 6 * PAGE;

let api: TestApp;
/** Cursors of pages of the unfiltered list. */
let cursors: Record<string, string | undefined>;

beforeAll(async () => {
  api = await startTestApp();
  await insertManyTickets(api);
  const middle = await cursorOf(`limit=1&created_to=${dayOfTicket(TICKET_COUNT / 2)}`, 'next');
  cursors = {
    first: undefined,
    middle,
    'back from the middle': await cursorOf(`limit=1&cursor=${middle}`, 'prev'),
    last: await lastPage(),
  };
  expect(Object.values(cursors).filter(Boolean)).toHaveLength(3);
}, 240_000);
afterAll(() => api.close());

// The work of a search that runs out of time would depend on the machine.
beforeEach(() => void jest.replaceProperty(SEARCH_LIMITS, 'ms', 60_000));
afterEach(() => void jest.restoreAllMocks());

async function get(path: string) {
  const response = await api.inject({ method: 'GET', url: encodeURI(path) });
  if (response.statusCode !== 200) throw new Error(`${path}: ${response.body}`);
  return response;
}

/** The cursor of the next or previous page; undefined if there is none. */
async function cursorOf(query: string, rel: 'next' | 'prev'): Promise<string | undefined> {
  const { headers } = await get(`/api/tickets/?${query}`);
  return new RegExp(`cursor=([^&>]+)[^>]*>; rel="${rel}"`).exec(String(headers['link']))?.[1];
}

async function lastPage(): Promise<string | undefined> {
  let last: string | undefined;
  let next = await cursorOf(`limit=${PAGE}&created_to=${dayOfTicket(2 * PAGE)}`, 'next');
  while (next) {
    last = next;
    next = await cursorOf(`limit=${PAGE}&cursor=${next}`, 'next');
  }
  return last;
}

/** The maximum work of a request. */
type Limits = Readonly<Record<'ticketsRead' | 'entriesFound' | 'blocksRead', number>>;

/** Scans of the whole table, and exceeded limits, for each of the pages. */
async function faults(query: string, limits: Limits, pages = cursors): Promise<string[]> {
  const found: string[] = [];
  for (const [page, cursor] of Object.entries(pages)) {
    const path = `/api/tickets/?limit=${PAGE}&${query}${cursor ? `&cursor=${cursor}` : ''}`;
    const work = await measureWork(api.database, () => get(path));
    expect(work.plans.length).toBeGreaterThan(0);
    found.push(...fullScans(work.plans).map((read) => `${page}: ${read}`));
    found.push(...exceededLimits(work, limits).map((excess) => `${page}: ${excess}`));
  }
  return found;
}

function exceededLimits(work: Work, limits: Limits): string[] {
  return (['ticketsRead', 'entriesFound', 'blocksRead'] as const)
    .filter((figure) => work[figure] > limits[figure])
    .map((figure) => `${figure} is ${work[figure]}, above ${limits[figure]}`);
}

const total = async (query: string) => Number((await get(`/api/tickets/?limit=1&${query}`)).headers['x-total-count']);

const between = (from: number, to: number) => `created_from=${dayOfTicket(from)}&created_to=${dayOfTicket(to)}`;
const RAREST = 'category=general&priority=critical&status=in_progress';

describe('a list', () => {
  const limits: Limits = { ticketsRead: 3 * PAGE, entriesFound: TENTH, blocksRead: 300 + RELATION_BLOCKS };

  it.each([
    ['no filter', ''],
    ['a frequent value', 'status=closed'],
    ['a rare value', 'status=in_progress'],
    ['a value of the newest tickets', 'status=open'],
    ['two properties', 'category=billing&priority=critical'],
    ['several values of each property', 'category=technical,account&priority=low,medium&status=closed,open'],
    ['the rarest combination', RAREST],
  ])('with %s reads little more than its page', async (_, query) => {
    expect(await total(query)).toBeGreaterThan(0);
    expect(await faults(query, limits)).toEqual([]);
  });

  it.each([
    ['days from the middle on', `created_from=${dayOfTicket(TICKET_COUNT / 2)}`],
    ['days up to the middle', `created_to=${dayOfTicket(TICKET_COUNT / 2)}`],
    ['ten days', between(50_000, 52_500)],
    ['all days', between(1, TICKET_COUNT)],
    ['the rarest combination on all days', `${between(1, TICKET_COUNT)}&${RAREST}`],
  ])('with %s also reads little more than its page', async (_, query) => {
    expect(await total(query)).toBeGreaterThan(0);
    expect(await faults(query, limits)).toEqual([]);
  });

  it.each([
    ['a combination that no ticket has', 'category=account&priority=critical&status=in_progress'],
    ['days without a ticket', 'created_from=2001-01-01&created_to=2001-12-31'],
  ])('with %s stays within the same limits', async (_, query) => {
    expect(await total(query)).toBe(0);
    expect(await faults(query, limits)).toEqual([]);
  });

  it.each([
    ['ten days', between(50_000, 52_500)],
    ['all days', between(1, TICKET_COUNT)],
  ])('with a frequent value on %s stops counting at the limit', async (_, days) => {
    const query = `${days}&status=closed`;

    expect(await total(query)).toBe(1000);
    expect(await faults(query, limits)).toEqual([]);
  });
});

describe('a list by priority', () => {
  const limits: Limits = { ticketsRead: 20 * PAGE, entriesFound: TENTH, blocksRead: 1500 };
  /** Cursors of this sort order, which contain the priority of their ticket. */
  let pages: typeof cursors;

  beforeAll(async () => {
    const after = (priority: string, ticket: number) =>
      cursorOf(`limit=1&sort=priority&priority=${priority}&created_to=${dayOfTicket(ticket)}`, 'next');
    const middle = await after('medium', TICKET_COUNT / 2);
    pages = {
      first: undefined,
      'at the end of a priority': await after('critical', 2_000),
      middle,
      'back from the middle': await cursorOf(`limit=1&sort=priority&cursor=${middle}`, 'prev'),
      last: await after('low', 2 * PAGE),
    };
    expect(Object.values(pages).filter(Boolean)).toHaveLength(4);
  });

  it.each([
    ['no filter', ''],
    ['a frequent value', 'status=closed'],
    ['a rare value', 'status=in_progress'],
    ['two properties', 'category=billing&status=open'],
    ['two priorities', 'priority=low,high'],
    ['the rarest combination', RAREST],
    ['a requester', 'requester=requester-7@example.com'],
    ['days from the middle on', `created_from=${dayOfTicket(TICKET_COUNT / 2)}`],
    ['ten days', between(50_000, 52_500)],
  ])('with %s reads little more than its page', async (_, query) => {
    expect(await total(`${query}&sort=priority`)).toBeGreaterThan(0);
    expect(await faults(`${query}&sort=priority`, limits, pages)).toEqual([]);
  });

  /** No index combines people or teams with priorities, so the tickets of other people in between are read, too. */
  const relationLimits: Limits = { ticketsRead: TENTH, entriesFound: 2 * TENTH, blocksRead: 4000 };

  it.each([
    ['the open tickets of a person', `assignee=${ASSIGNEES[0]}&status=open`],
    ['all tickets of a person', `assignee=${ASSIGNEES[0]}`],
    ['the rarest status of a team', 'team=2&status=in_progress'],
  ])('with %s never reads all tickets', async (_, query) => {
    expect(await total(`${query}&sort=priority`)).toBeGreaterThan(0);
    expect(await faults(`${query}&sort=priority`, relationLimits, pages)).toEqual([]);
  });
});

describe('a list by relation', () => {
  const limits: Limits = { ticketsRead: 3 * PAGE + 1001, entriesFound: TENTH, blocksRead: 1500 };
  const BUSY = ASSIGNEES[0];
  const RARE = ASSIGNEES[3];

  it.each([
    ['the open tickets of a person', `assignee=${BUSY}&status=open`],
    ['all tickets of a person', `assignee=${BUSY}`],
    ['the tickets of somebody with few', `assignee=${RARE}`],
    ['the open tickets of nobody', 'assignee=none&status=open'],
    ['the tickets of two people on ten days', `assignee=${BUSY},${RARE}&${between(50_000, 52_500)}`],
    ['a team', 'team=2'],
    ['the rarest status of a team', 'team=2&status=in_progress'],
    ['a requester', 'requester=requester-7@example.com'],
    ['a requester with another value', 'requester=requester-7@example.com&status=closed'],
  ])('reads little more than its page for %s', async (_, query) => {
    expect(await total(query)).toBeGreaterThan(0);
    expect(await faults(query, limits)).toEqual([]);
  });

  const searchLimits: Limits = { ticketsRead: TENTH, entriesFound: TICKET_COUNT + TENTH, blocksRead: 2000 };

  it.each([
    ['a frequent tag', 'tag=slow'],
    ['a tag with a status', 'tag=refund&status=in_progress'],
    ['a rare tag', 'tag=vip'],
    ['a rare tag in a search', 'tag=vip&search=hello'],
    ['one of two tags', 'tag=vip,refund'],
    ['the rarest values of a person', `assignee=${BUSY}&${RAREST}`],
    ['a person in a team', `assignee=${RARE}&team=1`],
    ['a word in the tickets of a person', `assignee=${RARE}&search=printer`],
  ])('never reads all tickets for %s', async (_, query) => {
    expect(await total(query)).toBeGreaterThan(0);
    expect(await faults(query, searchLimits)).toEqual([]);
  });

  it.each([
    ['a tag that no ticket has', 'tag=nowhere'],
    ['a person without tickets', 'assignee=77'],
    ['a requester who is not known', 'requester=nobody@example.com'],
  ])('never reads all tickets for %s', async (_, query) => {
    expect(await total(query)).toBe(0);
    expect(await faults(query, searchLimits)).toEqual([]);
  });
});

describe('a search', () => {
  /** For a frequent word, the search index returns an entry for every ticket, in a few blocks. */
  const limits: Limits = { ticketsRead: TENTH, entriesFound: TICKET_COUNT + TENTH, blocksRead: 2000 };

  it.each([
    ['a word of every ticket', 'search=hello'],
    ['a frequent word', 'search=printer'],
    ['a rare word', 'search=zeppelin'],
    ['a fragment', 'search=eppel'],
    ['frequent words together', 'search=hello printer stuck'],
    ['a rare word and a frequent one', 'search=zeppelin printer'],
    ['a phrase', 'search="stuck since monday"'],
    ['a word of every ticket and the rarest combination', `search=hello&${RAREST}`],
    ['a rare word and a frequent value', 'search=zeppelin&status=closed'],
    ['a word of every ticket on ten days', `search=hello&${between(50_000, 52_500)}`],
    ['a word of every ticket on the oldest days', `search=hello&created_to=${dayOfTicket(2000)}`],
    ['a frequent word on the oldest days', `search=printer&created_to=${dayOfTicket(2000)}`],
    ['a frequent word and a value on some days', `search=printer&status=closed&${between(50_000, 52_500)}`],
    ['a word of old tickets', 'search=telegraph'],
    ['a word of old tickets and two values', 'search=telegraph&status=closed,resolved'],
    ['a rare character', 'search=z'],
    ['a frequent letter and a rare value', 'search=e&status=in_progress'],
    ['a pair of everyday letters', 'search=dn'],
  ])('for %s never reads all tickets', async (_, query) => {
    expect(await total(query)).toBeGreaterThan(0);
    expect(await faults(query, limits)).toEqual([]);
  });

  it.each([
    ['a word that does not occur', 'search=xylophone'],
    ['a word that does not occur and one of every ticket', 'search=xylophone hello'],
    ['a pair of characters that does not occur, one of them rare', 'search=qx'],
    ['a pair of everyday letters that does not occur', 'search=vk'],
    ['a symbol that does not occur', 'search=%23'],
    ['a word on days without it', `search=telegraph&created_from=${dayOfTicket(5000)}`],
  ])('for %s never reads all tickets', async (_, query) => {
    expect(await total(query)).toBe(0);
    expect(await faults(query, limits)).toEqual([]);
  });

  it.failing('for an absent phrase of frequent words never reads all tickets', async () => {
    expect(await faults('search="room hello"', limits)).toEqual([]);
  });

  // The search index has no keys for a single everyday letter or for punctuation.
  it.each(['w', '...'])('for %s reads the table little more than once', async (search) => {
    for (const cursor of Object.values(cursors)) {
      const path = `/api/tickets/?search=${search}${cursor ? `&cursor=${cursor}` : ''}`;
      const { ticketsRead } = await measureWork(api.database, () => get(path));

      expect(ticketsRead).toBeLessThan(1.25 * TICKET_COUNT);
    }
  });
});

describe('a request for one ticket reads only that ticket', () => {
  const ticket = { title: 'Hello', description: 'Hello', category: 'billing', priority: 'low' };

  it.each([
    ['GET', `/api/tickets/${TICKET_COUNT / 2}/`, undefined],
    ['PATCH', `/api/tickets/${TICKET_COUNT / 2}/`, { status: 'open', title: 'Hello again' }],
    ['POST', '/api/tickets/', ticket],
  ] as const)('%s %s', async (method, url, payload) => {
    const work = await measureWork(api.database, async () => {
      const { statusCode } = await api.inject({ method, url, payload });
      expect(statusCode).toBeLessThan(300);
    });

    expect(work.plans.length).toBeGreaterThan(0);
    expect(fullScans(work.plans)).toEqual([]);
    // Most blocks belong to the catalog: the first statement of a trigger looks up its tables.
    expect(exceededLimits(work, { ticketsRead: 2, entriesFound: 2, blocksRead: 100 })).toEqual([]);
  });
});

it('the statistics read no ticket', async () => {
  const work = await measureWork(api.database, () => get('/api/tickets/stats/'));

  expect(work.plans.length).toBeGreaterThan(0);
  expect(JSON.stringify(work.plans)).not.toContain('"Relation Name":"tickets"');
  expect(exceededLimits(work, { ticketsRead: 0, entriesFound: 0, blocksRead: 100 })).toEqual([]);
});

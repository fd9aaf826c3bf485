import { TICKET_CATEGORIES, TICKET_STATUSES } from '@docket/domain';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';
import { NONE, type TicketFilter } from '../query/ticket-filter';
import { TicketQuery } from '../query/ticket-query';
import { TicketList } from './ticket-list';

const TAGS = [[], ['refund'], ['mfa', 'refund'], ['vip']];
const ASSIGNEES = [null, 0, 1];
const TEAMS = [null, 0];

/** Tickets on four days, the newest last. Their people, teams and requesters are inserted first. */
const tickets = (people: readonly number[], teams: readonly number[], requesters: readonly number[]) =>
  Array.from({ length: 288 }, (_, n) =>
    aTicket({
      id: n + 1,
      title: n % 5 ? 'Refund please' : 'Printer on fire',
      category: TICKET_CATEGORIES[n % 4],
      status: TICKET_STATUSES[(n >> 1) % 4],
      assigneeId: pick(people, ASSIGNEES[n % 3]),
      teamId: pick(teams, TEAMS[(n >> 3) % 2]),
      requesterId: n % 7 ? null : requesters[0],
      tags: TAGS[(n >> 2) % 4],
      createdAt: new Date(Date.UTC(2026, 2, 1 + Math.floor(n / 72), 12, 0, 0, n)),
    }),
  );

const pick = (ids: readonly number[], index: number | null | undefined) => (index == null ? null : ids[index]);

let api: TestApp;
let all: ReturnType<typeof tickets>;
let people: number[];
let teams: number[];
let requesters: number[];

beforeAll(async () => {
  api = await startTestApp();
  const insert = async (sql: string) => (await api.database.query<{ id: number }[]>(sql)).map(({ id }) => id);
  people = await insert(
    `INSERT INTO users (kind, name, role, state) VALUES ('service', 'Ana', 'agent', 'active'), ('service', 'Ben', 'agent', 'active') RETURNING id`,
  );
  teams = await insert(`INSERT INTO teams (name, name_key) VALUES ('Identity', 'identity') RETURNING id`);
  requesters = await insert(`INSERT INTO requesters (email) VALUES ('nora@example.com') RETURNING id`);
  all = tickets(people, teams, requesters);
  await api.database.getRepository(Ticket).insert(all.map((ticket) => ({ ...ticket })));
});
afterAll(() => api.close());

const has = <T>(values: readonly T[] | undefined, value: T) => values?.includes(value) ?? true;
const lacks = <T>(values: readonly T[] | undefined, value: T) => !values?.includes(value);

/** The filter in TypeScript, to compare with. */
function isWanted(ticket: (typeof all)[number], search: string, filter: TicketFilter): boolean {
  const { assigneeId, teamId, requesterId, tags = [] } = ticket;
  const day = String(ticket.createdAt?.toISOString().slice(0, 10));
  return (
    has(filter.category, ticket.category) &&
    has(filter.status, ticket.status ?? 'open') &&
    has(filter.assignees, assigneeId ?? NONE) &&
    has(filter.teams, teamId ?? NONE) &&
    (!filter.requesters || has(filter.requesters, requesterId ?? NONE)) &&
    (filter.tags ?? []).every((group) => group.some((tag) => tags.includes(tag))) &&
    lacks(filter.notAssignees, assigneeId ?? NONE) &&
    lacks(filter.notTeams, teamId ?? NONE) &&
    lacks(filter.notRequesters, requesterId ?? NONE) &&
    !tags.some((tag) => filter.notTags?.includes(tag)) &&
    (!filter.createdFrom || day >= filter.createdFrom) &&
    (!filter.createdTo || day <= filter.createdTo) &&
    ticket.title.toLowerCase().includes(search)
  );
}

/** The choices for each filter. `undefined` leaves the filter out. */
const CHOICES = (): Record<keyof TicketFilter | 'search', readonly unknown[]> => ({
  search: ['', '', 'printer'],
  category: [undefined, undefined, ['billing', 'general']],
  priority: [undefined],
  status: [undefined, ['open'], ['open', 'in_progress']],
  assignees: [undefined, [people[0]], [NONE], [people[0], people[1]]],
  teams: [undefined, undefined, [teams[0]], [NONE]],
  requesters: [undefined, undefined, undefined, [requesters[0]]],
  tags: [undefined, undefined, [['refund']], [['mfa'], ['refund', 'vip']], [['nowhere']]],
  notAssignees: [undefined, undefined, [people[1], NONE]],
  notTeams: [undefined, undefined, undefined, [teams[0]]],
  notRequesters: [undefined, undefined, undefined, [requesters[0]]],
  notTags: [undefined, undefined, undefined, ['vip']],
  createdFrom: [undefined, undefined, '2026-03-02'],
  createdTo: [undefined, undefined, '2026-03-03'],
});

/** A reproducible choice of each filter. */
function choose(seed: number): { search: string; filter: TicketFilter } {
  let state = seed;
  const { search, ...filter } = Object.fromEntries(
    Object.entries(CHOICES()).map(([name, choices]) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return [name, choices[(state >> 8) % choices.length]];
    }),
  );
  return { search: String(search), filter };
}

it('filters by assignee, team, requester and tags, alone and together with everything else, on two pages and back', async () => {
  const list = api.app.get(TicketList);
  for (let seed = 1; seed <= 300; seed++) {
    const { search, filter } = choose(seed);
    const page = (cursor?: TicketQuery['cursor']) => list.page(new TicketQuery({ filter, search, limit: 5, cursor }));
    const wanted = all
      .filter((ticket) => isWanted(ticket, search, filter))
      .map(({ id }) => id)
      .reverse();

    const first = await page();
    const second = first.next && (await page(first.next));
    const back = second?.prev && (await page(second.prev));

    const pages = [first, second, back].map((each) => each?.tickets.map(({ id }) => id));
    const hasSecond = wanted.length > 5;
    expect({ seed, search, filter, pages }).toEqual({
      seed,
      search,
      filter,
      pages: [wanted.slice(0, 5), ...(hasSecond ? [wanted.slice(5, 10), wanted.slice(0, 5)] : [undefined, undefined])],
    });
    expect([first, second ?? first, back ?? first].map(({ count }) => count.total)).toEqual(
      Array(3).fill(wanted.length),
    );
  }
});

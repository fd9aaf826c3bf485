import { upgradeFigures } from './upgrade-figures.mts';

const seen = {
  version: 'the first version' as const,
  tickets: 1000,
  seconds: 9,
  onlineSeconds: 30,
  searches: { waited: 0.5, sent: 40, failed: 0 },
  before: { table: 10, indexes: 4.4 },
  after: { table: 20, indexes: 8.6 },
  steps: [
    { statement: 'ALTER TABLE tickets ADD COLUMN search_text text GENERATED ALWAYS AS (x) STORED', seconds: 3 },
    { statement: 'CREATE INDEX CONCURRENTLY tickets_search ON tickets USING gin (search_text)', seconds: 2 },
    { statement: 'SELECT rebuild_ticket_counters()', seconds: 1 },
    { statement: 'SELECT "ticket"."id" FROM "tickets" "ticket"', seconds: 4 },
    { statement: 'CREATE INDEX tickets_by_day ON tickets (created_at)', seconds: 0.9 },
  ],
  locks: { AccessExclusiveLock: 7.6 },
  readWaited: 8,
  writeWaited: 8,
  diskGrowth: 30,
  walMegabytes: 12,
};

it('gives each step of a second or more a row, with a short name', () => {
  const steps = upgradeFigures(seen).filter(({ what }) => /^upgrading: [A-Z]/.test(what));

  expect(steps.map(({ what, measured }) => [what, measured])).toEqual([
    ['upgrading: ALTER TABLE tickets ADD COLUMN search_text', 3],
    ['upgrading: CREATE INDEX CONCURRENTLY tickets_search', 2],
    ['upgrading: SELECT rebuild_ticket_counters()', 1],
  ]);
});

it('shortens a statement that it does not know', () => {
  const [, , step] = upgradeFigures({ ...seen, steps: [{ statement: 'VACUUM '.repeat(20), seconds: 1 }] });

  expect(step?.what).toHaveLength('upgrading: '.length + 40);
});

it('is all unmeasured without measurements', () => {
  expect(upgradeFigures(undefined).every(({ measured }) => measured === undefined)).toBe(true);
});

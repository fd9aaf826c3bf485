import { type TextFilter, readTextFilter, toTextParams } from './text-filter';

const FILTER: TextFilter = {
  from: '2026-10-28',
  to: '2026-11-26',
  team: 7,
  kind: 'draft',
  result: 'sent',
  call: 'priced',
};

it.each([FILTER, { ...FILTER, team: 'none' }, { kind: 'summary', result: 'refused', call: 'unpriced' }] as const)(
  'reads what it wrote: %j',
  (filter) => {
    expect(readTextFilter(toTextParams(filter))).toEqual(filter);
  },
);

it.each(['written', 'measured'] as const)('reads the result %s', (result) => {
  expect(readTextFilter({ result })).toEqual({ result });
});

it.each([
  ['from', '2026-02-30'],
  ['to', 'today'],
  ['team', '0'],
  ['kind', 'letter'],
  ['result', 'kept'],
  ['call', 'waited'],
])('ignores %s=%s', (name, value) => {
  expect(readTextFilter({ [name]: value })).toEqual({});
});

import { duration, toGroups } from './groups';

const measured = (n: number) => ({ n, right: n, share: n < 30 ? null : 1, interval: n < 30 ? null : [0.9, 1] });

it('names teams, the largest first, and then the ways in', () => {
  const teams = [
    { ...measured(18), team_id: 3 },
    { ...measured(100), team_id: 1 },
    { ...measured(40), team_id: null },
  ];
  const surfaces = [
    { ...measured(58), surface: 'api' as const },
    { ...measured(100), surface: 'form' as const },
  ];

  const groups = toGroups({ teams, surfaces }, new Map([[1, 'Support']]));

  expect(groups.map(({ name, n }) => [name, n])).toEqual([
    ['Team Support', 100],
    ['No team', 40],
    ['Team 3', 18],
    ['Form', 100],
    ['API', 58],
  ]);
});

it.each([
  [42, '42 ms'],
  [900, '0.9 s'],
  [2600, '2.6 s'],
])('says %i ms as %s', (milliseconds, text) => {
  expect(duration(milliseconds).replace('\u00a0', ' ')).toBe(text);
});

import { toDayFigures } from './day-figures';

const DAYS = Array.from({ length: 30 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 9, 25 + index)).toISOString().slice(0, 10),
  count: index,
}));

it('marks the last day as today', () => {
  expect(toDayFigures(DAYS).filter(({ isToday }) => isToday)).toMatchObject([{ date: '2026-11-23' }]);
});

it('labels one day per week and today, without overlap', () => {
  const labelled = toDayFigures(DAYS).filter(({ isLabelled }) => isLabelled);

  expect(labelled.map(({ date }) => date)).toEqual([
    '2026-10-25',
    '2026-11-01',
    '2026-11-08',
    '2026-11-15',
    '2026-11-23',
  ]);
});

import { toDayFigures } from './day-figures';

const DAYS = Array.from({ length: 30 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 9, 25 + index)).toISOString().slice(0, 10),
  count: index,
}));

it('names UTC days, wherever the reader is', () => {
  const [first] = toDayFigures(DAYS);

  expect(first).toMatchObject({ short: '25 Oct', long: 'Sun, 25 Oct 2026', isToday: false });
});

it('marks the last day as today', () => {
  expect(toDayFigures(DAYS).filter(({ isToday }) => isToday)).toMatchObject([{ date: '2026-11-23' }]);
});

it('labels one day a week, and today, without crowding it', () => {
  const labelled = toDayFigures(DAYS).filter(({ isLabelled }) => isLabelled);

  expect(labelled.map(({ short }) => short)).toEqual(['25 Oct', '1 Nov', '8 Nov', '15 Nov', '23 Nov']);
});

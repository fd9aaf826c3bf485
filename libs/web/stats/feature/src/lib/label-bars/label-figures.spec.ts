import { TICKET_PRIORITIES } from '@docket/domain';
import { toLabelFigures } from './label-figures';

it('gives the share of all, and of the longest bar', () => {
  const figures = toLabelFigures('priority', { low: 1, medium: 2, high: 5, critical: 2 }, TICKET_PRIORITIES);

  expect(figures.map(({ share }) => share)).toEqual([0.1, 0.2, 0.5, 0.2]);
  expect(figures.map(({ length }) => length)).toEqual([0.2, 0.4, 1, 0.4]);
});

it('divides by nothing when there are no tickets', () => {
  const figures = toLabelFigures('priority', { low: 0, medium: 0, high: 0, critical: 0 }, TICKET_PRIORITIES);

  expect(figures.every(({ share, length }) => share === 0 && length === 0)).toBe(true);
});

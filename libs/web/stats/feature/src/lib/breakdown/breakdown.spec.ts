import { TICKET_PRIORITIES } from '@docket/domain';
import { toBreakdown } from './breakdown';

it('computes the share of all tickets and the length relative to the longest bar', () => {
  const entries = toBreakdown('priority', { low: 1, medium: 2, high: 5, critical: 2 }, TICKET_PRIORITIES);

  expect(entries.map(({ share }) => share)).toEqual([0.1, 0.2, 0.5, 0.2]);
  expect(entries.map(({ length }) => length)).toEqual([0.2, 0.4, 1, 0.4]);
});

it('does not divide by zero when there are no tickets', () => {
  const entries = toBreakdown('priority', { low: 0, medium: 0, high: 0, critical: 0 }, TICKET_PRIORITIES);

  expect(entries.every(({ share, length }) => share === 0 && length === 0)).toBe(true);
});

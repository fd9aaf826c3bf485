import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES, TITLE_MAX_LENGTH } from '@docket/domain';
import { demoTickets } from './demo-tickets';

const NOW = new Date('2026-11-23T12:00:00Z');
const tickets = demoTickets(NOW);

it('shows every label, so that no chart is empty', () => {
  expect(new Set(tickets.map(({ category }) => category))).toEqual(new Set(TICKET_CATEGORIES));
  expect(new Set(tickets.map(({ priority }) => priority))).toEqual(new Set(TICKET_PRIORITIES));
  expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(TICKET_STATUSES));
});

it('lies in the last thirty days, and nothing in it happened before it was filed or after now', () => {
  for (const { createdAt, updatedAt } of tickets) {
    expect(createdAt.getTime()).toBeGreaterThan(NOW.getTime() - 30 * 24 * 3_600_000);
    expect(updatedAt.getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
    expect(updatedAt.getTime()).toBeLessThan(NOW.getTime());
  }
});

it('would be taken by the API', () => {
  for (const { title, description } of tickets) {
    expect([...title].length).toBeLessThanOrEqual(TITLE_MAX_LENGTH);
    expect(title).toBe(title.trim());
    expect(description).toMatch(/\S/);
  }
});

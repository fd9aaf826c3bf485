import { TICKET_CATEGORIES, TICKET_PRIORITIES, TICKET_STATUSES, TITLE_MAX_LENGTH } from '@docket/domain';
import { demoTickets } from './demo-tickets';

const NOW = new Date('2026-11-23T12:00:00Z');
const tickets = demoTickets(NOW);

it('has every property value, so no chart is empty', () => {
  expect(new Set(tickets.map(({ category }) => category))).toEqual(new Set(TICKET_CATEGORIES));
  expect(new Set(tickets.map(({ priority }) => priority))).toEqual(new Set(TICKET_PRIORITIES));
  expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(TICKET_STATUSES));
});

it('has creation times in the last thirty days, and change times between creation and now', () => {
  for (const { createdAt, updatedAt } of tickets) {
    expect(createdAt.getTime()).toBeGreaterThan(NOW.getTime() - 30 * 24 * 3_600_000);
    expect(updatedAt.getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
    expect(updatedAt.getTime()).toBeLessThan(NOW.getTime());
  }
});

it('follows the rules of the API', () => {
  for (const { title, description } of tickets) {
    expect([...title].length).toBeLessThanOrEqual(TITLE_MAX_LENGTH);
    expect(title).toBe(title.trim());
    expect(description).toMatch(/\S/);
  }
});

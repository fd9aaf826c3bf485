import { MESSAGE_VISIBILITIES } from '@docket/domain';
import { demoTickets } from '../../tickets/demo/demo-tickets';
import CONVERSATIONS from './demo-conversations.json';

const NOW = new Date('2026-11-28T12:00:00Z');

it.each(CONVERSATIONS)('is about a demo ticket with a requester: $ticket', ({ ticket: title, messages }) => {
  const ticket = demoTickets(NOW).find((each) => each.title === title);

  expect(ticket?.requester).toBeDefined();
  const times = messages.map(({ hours }) => (ticket?.createdAt.getTime() ?? 0) + hours * 3_600_000);
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times.at(-1)).toBeLessThan(NOW.getTime());
});

it('has replies and notes, by the team and by requesters, who write no notes', () => {
  const messages = CONVERSATIONS.flatMap((conversation) => conversation.messages);

  expect(new Set(messages.map(({ visibility }) => visibility))).toEqual(new Set(MESSAGE_VISIBILITIES));
  expect(messages.filter(({ from }) => from === 'requester').every(({ visibility }) => visibility === 'public')).toBe(
    true,
  );
});

it('is by several people of the team, who sign what they write, and work on one ticket together', () => {
  const signers = CONVERSATIONS.map(
    ({ messages }) =>
      new Set(
        messages
          .filter(({ from }) => from === 'team')
          .map(({ body }) => /\n\n(\w+, (?:Support|Billing|Operations))$/.exec(body)?.[1]),
      ),
  );

  const all = new Set(signers.flatMap((some) => [...some]));
  expect(all).not.toContain(undefined);
  expect(all.size).toBeGreaterThanOrEqual(3);
  expect(signers.filter(({ size }) => size > 1).length).toBeGreaterThanOrEqual(2);
});

import { aTicket } from '../../testing/tickets-page';
import { ticketMatcher } from './ticket-matcher';

const TICKET = aTicket({
  status: 'open',
  tags: ['vip'],
  assignee: { id: 3, name: 'Ana Ruiz' },
  requester: { id: 8, email: 'nora@example.com' },
});

describe('a ticket still matches', () => {
  it.each([
    ['', true],
    ['anything created:2026-03-12', true],
    ['created:2026-03-13', false],
    ['created:2026-03-01..2026-03-12', true],
    ['created:2026-03', true],
    ['created:<2026', false],
    ['created:>=2026-03-12', true],
    ['created:<2026-03-12', false],
    ['status:open,closed', true],
    ['status:closed', false],
    ['-status:closed', true],
    ['-status:open', false],
    ['tag:vip', true],
    ['tag:mfa,vip', true],
    ['tag:vip tag:mfa', false],
    ['-tag:vip', false],
    ['assignee:me', true],
    ['assignee:3', true],
    ['assignee:"ana  RUIZ"', true],
    ['assignee:none,ben', false],
    ['-assignee:none', true],
    ['team:none', true],
    ['team:Identity', false],
    ['requester:Nora@example.com', true],
    ['requester:jo@example.com', false],
    ['foo:bar status:open', true], // invalid filters are ignored
  ])('%p: %p', (query, expected) => {
    expect(ticketMatcher(query, 3)(TICKET)).toBe(expected);
  });

  it('as nobody’s, if nobody is signed in', () => {
    expect(ticketMatcher('assignee:me', undefined)(TICKET)).toBe(false);
  });
});

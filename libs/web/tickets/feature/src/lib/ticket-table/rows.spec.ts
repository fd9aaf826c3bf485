import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { become } from '../../testing/conversation';
import { findByText, press } from '../../testing/elements';
import { EIGHT, THREE, aTicket, openList, verifyRequests } from '../../testing/tickets-page';

const NORA = { id: 9, name: 'Nora Lindqvist', email: 'nora@brightwell.example' };
const NAMELESS = { id: 10, email: 'jonas@brightwell.example' };

afterEach(verifyRequests);

const table = () => document.querySelector('docket-ticket-table table')!;
const cells = (column: string) =>
  [...document.querySelectorAll(`docket-ticket-table td.${column}`)].map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );

describe('rows of the list', () => {
  it('show who asks, the first two tags, and who works on it', async () => {
    await openList('/tickets', [
      aTicket({ id: 3, requester: NORA, assignee: { id: 4, name: 'Ben Okafor' }, tags: ['a', 'b', 'c', 'd'] }),
      aTicket({ id: 2, requester: NAMELESS, tags: ['a', 'b'] }),
      aTicket({ id: 1 }),
    ]);

    await eventually(() => expect(cells('requester')).toEqual(['Nora Lindqvist', 'jonas@brightwell.example', '']));
    expect(cells('assignee')).toEqual([expect.stringContaining('Ben Okafor'), 'Nobody', 'Nobody']);
    expect([...document.querySelectorAll('docket-tag-list')].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/a\s+b\s+\+2\s*c, d/),
      expect.not.stringContaining('+2'),
    ]);
  });

  it('show neither where nobody asks and nobody works', async () => {
    await openList();

    await eventually(() => expect(cells('id')).toEqual(['9', '8', '7']));
    expect(cells('assignee')).toEqual(['', '', '']);
    expect([...table().classList]).not.toEqual(expect.arrayContaining(['with-assignees']));
    expect([...table().classList]).not.toEqual(expect.arrayContaining(['with-requesters']));
  });

  it('show that nobody works on a ticket where people sign in', async () => {
    await openList();
    await become(['tickets:read']);

    await eventually(() => expect(cells('assignee')).toEqual(['Nobody', 'Nobody', 'Nobody']));
  });

  it('open the menu of their status by s', async () => {
    await openList();
    await eventually(() => expect(cells('id')).toEqual(['9', '8', '7']));
    findByText('docket-ticket-table a', 'Eight').focus();

    press('s');

    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
    expect(findByText('button', 'Status of #8:').getAttribute('aria-expanded')).toBe('true');
    press('Escape');
    expect(document.activeElement?.textContent?.trim()).toBe('Eight'); // Enter then opens the ticket rather than the menu
  });

  it('are marked if the person has begun a reply or a note', async () => {
    localStorage.setItem('docket.message.open.marks', '["8.internal"]');
    await openList();

    await eventually(() => expect(findByText('td.ticket', 'Eight').textContent).toContain('Draft'));
    expect(findByText('td.ticket', 'Nine').textContent).not.toContain('Draft');
    localStorage.clear();
  });

  it('are marked also if the ticket no longer matches the filters', async () => {
    localStorage.setItem('docket.message.open.marks', '["8.public"]');
    await openList('/tickets?status=open', THREE);
    await eventually(() => expect(cells('id')).toEqual(['9', '8', '7']));

    const ticket = { ...EIGHT, status: 'resolved', updated_at: '2026-03-13T00:00:00.000Z' } as const;
    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket });

    await eventually(() => expect(findByText('td.ticket', 'Eight').textContent).toMatch(/Draft\s*No longer matches/));
    localStorage.clear();
  });
});

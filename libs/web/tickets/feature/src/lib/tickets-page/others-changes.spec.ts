import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText } from '../../testing/elements';
import {
  EIGHT,
  NINE,
  SEVEN,
  THREE,
  allRequested,
  openList,
  openTicket,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(() => verifyRequests());

const elsewhere = (ids: ReadonlySet<number> | 'all', hasNew = false) =>
  TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids, hasNew });

const later = { ...EIGHT, title: 'Eight, changed by Ana', updated_at: '2099-01-01T00:00:00.000Z' };

describe('changes of others', () => {
  it('appear in the row of their ticket', async () => {
    await openList();
    elsewhere(new Set([8, 4711]));
    (await requested('/api/tickets/8')).flush(later);

    await eventually(() => expect(pageText()).toContain('Eight, changed by Ana'));
  });

  it('load the page once if there are many', async () => {
    await openList();
    elsewhere('all');
    (await requested('/api/tickets')).flush([NINE, later, SEVEN]);

    await eventually(() => expect(pageText()).toContain('Eight, changed by Ana'));
  });

  it('leave a row as it is if the ticket cannot be read', async () => {
    await openList();
    elsewhere(new Set([8]));
    (await requested('/api/tickets/8')).flush({}, { status: 404, statusText: 'Not Found' });

    await eventually(() => expect(pageText()).toContain('Eight'));
  });

  it('announce new tickets, which come with a click', async () => {
    await openList();
    elsewhere(new Set([10]), true);
    await eventually(() => expect(pageText()).toContain('New tickets'));

    findByText('button', 'New tickets').click();
    (await requested('/api/tickets')).flush([{ ...NINE, id: 10, title: 'Ten' }, ...THREE]);

    await eventually(() => expect(pageText()).toContain('Ten'));
    expect(pageText()).not.toContain('New tickets');
  });

  it('announce nothing that the list shows already', async () => {
    await openList();
    elsewhere(new Set([9]), true);
    (await requested('/api/tickets/9')).flush(NINE);

    await eventually(() => expect(pageText()).toContain('Nine'));
    expect(pageText()).not.toContain('New tickets');
  });

  it('appear in the open ticket', async () => {
    await openTicket();
    elsewhere(new Set([8]));
    const requests = await allRequested('/api/tickets/8', 2); // for the row, and for the panel
    requests.forEach((request) => request.flush(later));

    await eventually(() => expect(findByText('docket-ticket-panel h2', 'Eight, changed by Ana')).toBeTruthy());
  });
});

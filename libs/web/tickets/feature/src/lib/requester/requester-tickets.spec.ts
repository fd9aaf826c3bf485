import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type Ticket, TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { aTicket, currentUrl, openTicket, requested, verifyRequests } from '../../testing/tickets-page';
import { findByText, press } from '../../testing/elements';

const NORA = { id: 3, email: 'nora@example.com', name: 'Nora Lindqvist' };
const EIGHT = aTicket({ id: 8, title: 'Eight', requester: NORA });
const [TWELVE, ELEVEN] = [12, 11].map((id) => aTicket({ id, title: `Number ${id}`, requester: NORA })) as [
  Ticket,
  Ticket,
];

afterEach(verifyRequests);

const respond = async (tickets: readonly object[], total: number, relation = 'eq') =>
  (await requested('/api/tickets?requester=nora@example.com&limit=4')).flush([...tickets], {
    headers: { 'X-Total-Count': String(total), 'X-Total-Count-Relation': relation },
  });

const card = () => document.querySelector('docket-requester-card')?.textContent.replace(/\s+/g, ' ') ?? '';

it('names the requester, and leads to their other tickets', async () => {
  await openTicket(EIGHT);
  await respond([TWELVE, EIGHT, ELEVEN], 3);

  await eventually(() => expect(card()).toContain('Number 12'));
  expect(card()).toContain('Nora Lindqvistnora@example.com');
  expect(card()).not.toContain('Eight');
  expect(card()).toContain('All 3');

  findByText('docket-other-tickets-link a', '2 other tickets').click();
  await eventually(() => expect(currentUrl()).toBe('/tickets?q=requester:nora@example.com'));
  (await requested('/api/tickets?q=requester:nora@example.com')).flush([]);
});

it.each([
  ['docket-other-tickets-link a', '2 other tickets'],
  ['docket-requester-card a', 'All 3'],
])('leads back with Escape from the list of %s', async (link, text) => {
  await openTicket(EIGHT);
  await respond([TWELVE, EIGHT, ELEVEN], 3);
  TestBed.inject(Router).setUpLocationChangeListener(); // as the first navigation of the app does
  (await eventually(() => findByText(link, text))).click();
  await eventually(() => expect(currentUrl()).toBe('/tickets?q=requester:nora@example.com'));
  (await requested('/api/tickets?q=requester:nora@example.com')).flush([TWELVE, EIGHT, ELEVEN]);

  press('Escape', document.body);

  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));
  (await requested('/api/tickets')).flush([EIGHT]);
  (await requested('/api/tickets/8')).flush(EIGHT);
  await respond([TWELVE, EIGHT, ELEVEN], 3);
});

it('leads to them in the order of the list', async () => {
  const { harness } = await openTicket(EIGHT);
  await respond([TWELVE, EIGHT, ELEVEN], 3);
  const oldestFirst = harness.navigateByUrl('/tickets/8?sort=oldest');
  (await requested('/api/tickets?sort=oldest')).flush([EIGHT]);
  await oldestFirst;

  findByText('docket-other-tickets-link a', '2 other tickets').click();

  await eventually(() => expect(currentUrl()).toBe('/tickets?q=requester:nora@example.com&sort=oldest'));
  (await requested('/api/tickets?q=requester:nora@example.com&sort=oldest')).flush([]);
});

it('says nothing of other tickets if there are none', async () => {
  await openTicket(EIGHT);
  await respond([EIGHT], 1);

  await eventually(() => expect(card()).toContain('Nora Lindqvist'));
  expect(card()).not.toContain('Also from');
  expect(document.querySelector('docket-other-tickets-link')).toBeNull();
});

it('says that there are more than are counted', async () => {
  await openTicket(EIGHT);
  await respond([TWELVE, ELEVEN], 1000, 'gte');

  await eventually(() => expect(card()).toContain('All 1000+'));
});

it('counts those of another requester as soon as the ticket gets one', async () => {
  await openTicket(aTicket({ id: 8, title: 'Eight' }));

  TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: EIGHT, etag: '"8-2"' });

  await respond([TWELVE, EIGHT], 2);
  await eventually(() => expect(findByText('docket-other-tickets-link a', '1 other ticket')).toBeTruthy());
});

it('reads them once for all versions of a ticket', async () => {
  await openTicket(EIGHT);
  await respond([EIGHT], 1);
  await eventually(() => expect(card()).toContain('Nora Lindqvist'));

  TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids: new Set([8]), hasNew: false });
  (await requested('/api/tickets/8')).flush({ ...EIGHT, status: 'closed' });
  (await requested('/api/tickets?ids=8')).flush([{ ...EIGHT, status: 'closed' }]);

  await eventually(() => expect(document.querySelector('docket-ticket-fields')?.textContent).toContain('Closed'));
});

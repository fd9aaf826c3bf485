import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText, press } from '../../testing/elements';
import { EIGHT, aTicket, currentUrl, openTicket, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

const SIMILAR = {
  id: 5,
  title: 'Payment page shows Bad Gateway',
  status: 'open',
  created_at: '2026-03-01T12:00:00.000Z',
  score: 0.7,
  shared_words: ['gateway', 'payment'],
  same_requester: false,
};

const button = () => findByText('button', 'Similar tickets');

/** Opens the ticket, and asks for the similar ones. */
async function ask(similar: readonly object[]) {
  await openTicket(EIGHT);
  await eventually(() => button().click());
  (await requested('/api/tickets/8/similar')).flush(similar);
}

it('reads similar tickets with the click, and links to them', async () => {
  await ask([SIMILAR]);

  await eventually(() => expect(pageText()).toContain('1 similar ticket'));
  expect(document.querySelector('docket-similar-list li')?.textContent).toContain('Payment page shows Bad Gateway');
  expect(findByText('docket-similar-list a', 'Open').getAttribute('href')).toBe('/tickets/5');
  expect(button().getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(button());
});

it('moves the focus to the title of the ticket that is opened', async () => {
  await ask([SIMILAR]);
  await eventually(() => expect(pageText()).toContain('1 similar ticket'));

  findByText('docket-similar-list a', 'Open').click();
  (await requested('/api/tickets/5')).flush(aTicket({ id: 5, title: 'Five' }));

  await eventually(() => expect(document.activeElement?.textContent).toBe('Five'));
  expect(document.activeElement?.tagName).toBe('H2');
});

it('returns with Escape to the ticket whose link was opened, and then to the list', async () => {
  await ask([SIMILAR]);
  TestBed.inject(Router).setUpLocationChangeListener(); // as the first navigation of the app does
  await eventually(() => expect(pageText()).toContain('1 similar ticket'));
  findByText('docket-similar-list a', 'Open').click();
  (await requested('/api/tickets/5')).flush(aTicket({ id: 5, title: 'Five' }));
  await eventually(() => expect(findByText('docket-ticket-panel button', 'Back to #8')).toBeTruthy());

  press('Escape');

  await eventually(() => expect(currentUrl()).toBe('/tickets/8'));
  (await requested('/api/tickets/8')).flush(EIGHT);
  (await requested('/api/tickets/8/similar')).flush([]);
  await eventually(() => expect(document.activeElement?.textContent).toBe('Eight'));
  expect(pageText()).not.toContain('Back to');
  press('Escape');
  await eventually(() => expect(currentUrl()).toBe('/tickets'));
});

it('is open again after the way back, with the focus on the link that was followed', async () => {
  const other = { ...SIMILAR, id: 4, title: 'Gateway times out' };
  await ask([other, SIMILAR]);
  TestBed.inject(Router).setUpLocationChangeListener();
  await eventually(() => expect(pageText()).toContain('2 similar tickets'));
  findByText('docket-similar-list a', 'Open #5').click();
  (await requested('/api/tickets/5')).flush(aTicket({ id: 5, title: 'Five' }));
  await eventually(() => expect(findByText('docket-ticket-panel button', 'Back to #8')).toBeTruthy());
  expect(document.querySelector('docket-similar-list')).toBeNull();

  press('Escape');

  (await requested('/api/tickets/8')).flush(EIGHT);
  (await requested('/api/tickets/8/similar')).flush([other, SIMILAR]);
  await eventually(() => expect(document.activeElement?.textContent).toContain('Open #5'));
  expect(button().getAttribute('aria-expanded')).toBe('true');
});

it('says that there are none', async () => {
  await ask([]);

  await eventually(() => expect(pageText()).toContain('No other ticket shares enough words with this one.'));
});

it('says that they could not be loaded, and tries again', async () => {
  await openTicket(EIGHT);
  await eventually(() => button().click());
  (await requested('/api/tickets/8/similar')).flush({}, { status: 503, statusText: 'Unavailable' });
  await eventually(() => expect(pageText()).toContain('Similar tickets could not be loaded.'));

  findByText('docket-similar-to-ticket button', 'Retry').click();

  (await requested('/api/tickets/8/similar')).flush([SIMILAR]);
  await eventually(() => expect(pageText()).toContain('Payment page shows Bad Gateway'));
});

it('closes with another click', async () => {
  await ask([SIMILAR]);
  await eventually(() => expect(document.querySelector('docket-similar-list')).not.toBeNull());

  button().click();

  await eventually(() => expect(document.querySelector('docket-similar-list')).toBeNull());
});

import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { eventually } from '@docket/web/ui/testing';
import { pageText, press, queryField } from '../../testing/elements';
import {
  EIGHT,
  NINE,
  SEVEN,
  THREE,
  aTicket,
  currentUrl,
  openList,
  openPage,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';
import { ListMemory } from '../list-memory';

afterEach(verifyRequests);

const focusedRow = () => document.activeElement?.getAttribute('data-ticket');

async function openRows() {
  const { harness } = await openList();
  await harness.fixture.whenStable();
  press('j', document.body);
  expect(focusedRow()).toBe('9');
}

describe('a row has the focus', () => {
  it('after another order', async () => {
    await openRows();

    press('o');
    (await requested('/api/tickets?sort=oldest')).flush(THREE.toReversed());

    await eventually(() => expect(focusedRow()).toBe('7'));
  });

  it('after an order that could not be loaded, in the list from before', async () => {
    await openRows();

    press('o');
    (await requested('/api/tickets?sort=oldest')).error(new ProgressEvent('error'));
    (await requested('/api/tickets')).error(new ProgressEvent('error'));

    await eventually(() => expect(focusedRow()).toBe('9'));
    expect(currentUrl()).toBe('/tickets');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(pageText()).not.toContain('The tickets could not be loaded');
  });

  it('after Escape in the search', async () => {
    await openRows();
    press('j');
    press('/');
    await eventually(() => expect(document.activeElement).toBe(queryField()));

    press('Escape', queryField());

    await eventually(() => expect(focusedRow()).toBe('8'));
  });

  it('after a ticket that the list has lost was closed', async () => {
    await openList('/tickets/8?status=open', [NINE, SEVEN]);
    (await requested('/api/tickets/8')).flush(EIGHT);
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Eight'));

    press('Escape', document.body);

    await eventually(() => expect(focusedRow()).toBe('9'));
  });

  it('after a ticket was filed: its row', async () => {
    const { harness, opened } = await openPage('/tickets/new');
    await opened.catch(() => undefined); // it is another page than that of the list
    await eventually(() => expect(currentUrl()).toBe('/tickets/new'));
    TestBed.inject(ListMemory).remember({ url: '/tickets', top: 40, id: 7 });
    TestBed.inject(ListMemory).rememberFiled(8);

    void TestBed.inject(Router).navigateByUrl('/tickets');
    (await requested('/api/tickets')).flush(THREE);
    await harness.fixture.whenStable();

    await eventually(() => expect(focusedRow()).toBe('8'));
  });

  it('after a filed ticket that is not in the list: its first one', async () => {
    const { harness, opened } = await openPage('/tickets/new');
    await opened.catch(() => undefined); // it is another page than that of the list
    await eventually(() => expect(currentUrl()).toBe('/tickets/new'));
    TestBed.inject(ListMemory).remember({ url: '/tickets', top: 40, id: 7 });
    TestBed.inject(ListMemory).rememberFiled(aTicket({ id: 11 }).id);

    void TestBed.inject(Router).navigateByUrl('/tickets');
    (await requested('/api/tickets')).flush(THREE);
    await harness.fixture.whenStable();

    await eventually(() => expect(focusedRow()).toBe('9'));
  });
});

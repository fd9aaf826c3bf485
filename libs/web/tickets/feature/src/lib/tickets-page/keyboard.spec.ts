import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { FOCUS_SEARCH } from '@docket/web/ui';
import { findByText, pageText, press, queryField } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import {
  EIGHT,
  NINE,
  SEVEN,
  THREE,
  aTicket,
  currentUrl,
  openList,
  openPage,
  openTicket,
  pickInPanel,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(verifyRequests);

describe('the keyboard', () => {
  it('moves through the rows, opens one, and returns to it', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();
    press('j', document.body);
    press('j');
    press('k');
    press('ArrowDown');
    expect(document.activeElement?.textContent?.trim()).toBe('Eight');

    (document.activeElement as HTMLElement).click(); // like Enter on a link
    (await requested('/api/tickets/8')).flush(EIGHT);
    await eventually(() => expect(document.activeElement?.tagName).toBe('H2'));
    press('Escape');

    await eventually(() => expect(currentUrl()).toBe('/tickets'));
    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('8'));
  });

  it('returns to the row on Back, and to the ticket on Forward', async () => {
    const { harness } = await openList();
    TestBed.inject(Router).setUpLocationChangeListener(); // like the first navigation of an app
    await harness.fixture.whenStable();
    press('j', document.body);
    press('j');
    (document.activeElement as HTMLElement).click();
    (await requested('/api/tickets/8')).flush(EIGHT);
    await eventually(() => expect(document.activeElement?.tagName).toBe('H2'));

    TestBed.inject(Location).back();
    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('8'));
    TestBed.inject(Location).forward();

    (await requested('/api/tickets/8')).flush(EIGHT);
    await eventually(() => expect(document.activeElement?.tagName).toBe('H2'));
  });

  it('focuses the search field on /, and leaves later keys to the field', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();

    press('/', document.body);
    const search = document.activeElement!;
    press('j', search);

    expect(search.getAttribute('aria-label')).toBe('Search tickets');
    expect(document.activeElement).toBe(search);
  });

  it('focuses the search field when the navigation asks for it', async () => {
    const { harness } = await openPage('/tickets/new');
    void TestBed.inject(Router).navigate(['/tickets'], { info: FOCUS_SEARCH });
    (await requested('/api/tickets')).flush(THREE);
    await harness.fixture.whenStable();

    await eventually(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Search tickets'));
  });

  it('stays in the list if Escape comes before the search field has loaded', async () => {
    const { harness } = await openPage('/tickets/new');
    void TestBed.inject(Router).navigate(['/tickets'], { info: FOCUS_SEARCH });
    const response = await requested('/api/tickets');
    press('Escape', document.body);

    response.flush(THREE);
    await harness.fixture.whenStable();

    await eventually(queryField);
    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('9'));
  });

  it('leads from the list as a whole to a row, next to an open ticket', async () => {
    const { harness } = await openList('/tickets/8');
    (await requested('/api/tickets/8')).flush(EIGHT);
    await harness.fixture.whenStable();
    document.querySelector<HTMLElement>('.list .scroller')!.focus();

    await eventually(() => expect(press('ArrowDown')).toBe(false));

    expect(document.activeElement?.getAttribute('data-ticket')).toBe('8');
    expect(currentUrl()).toBe('/tickets/8');
  });

  it('scrolls the open ticket with the arrow keys, or moves to the next ticket if a row is focused', async () => {
    const { harness } = await openList('/tickets/8');
    (await requested('/api/tickets/8')).flush(EIGHT);
    await harness.fixture.whenStable();

    expect(press('ArrowDown', document.body)).toBe(true); // the browser scrolls
    document.querySelector<HTMLElement>('[data-ticket="8"]')!.focus();
    expect(press('ArrowDown')).toBe(false);

    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(currentUrl()).toBe('/tickets/7'));
  });

  it('moves on from a row that was used with the mouse', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();
    findByText('button', 'Status of #8:').focus();

    press('j');

    expect(document.activeElement?.textContent?.trim()).toBe('Seven');
  });

  it('has only one row in the tab order', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();

    const tabbable = document.querySelectorAll('docket-ticket-table a:not([tabindex="-1"])');

    expect([...tabbable].map((link) => link.textContent?.trim())).toEqual(['Nine']);
  });

  it('turns the page after the last ticket, and before the first', async () => {
    const links = '</api/tickets/?cursor=two>; rel="next", </api/tickets/?cursor=zero>; rel="prev"';
    await openList('/tickets/7?cursor=one', THREE, { Link: links });
    (await requested('/api/tickets/7')).flush(SEVEN);

    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Seven'));
    press('j');
    (await requested('/api/tickets?limit=1&cursor=two')).flush([aTicket({ id: 6 })]);

    await eventually(() => expect(currentUrl()).toBe('/tickets/6?cursor=two'));
    (await requested('/api/tickets?cursor=two')).flush([aTicket({ id: 6 })]);
    (await requested('/api/tickets/6')).flush(aTicket({ id: 6 }));
    await eventually(() => expect(document.activeElement?.textContent).toBe('Cannot sign in'));
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('takes each step of keys that are pressed faster than the next page loads', async () => {
    await openList('/tickets/7', THREE, { Link: '</api/tickets/?cursor=two>; rel="next"' });
    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Seven'));
    press('j');
    press('j');

    (await requested('/api/tickets?limit=1&cursor=two')).flush([aTicket({ id: 6 })]);
    (await requested('/api/tickets?cursor=two')).flush([aTicket({ id: 6 }), aTicket({ id: 5 })]);

    await eventually(() => expect(currentUrl()).toBe('/tickets/5?cursor=two&first=4'));
    await requested('/api/tickets/6'); // given up by the second step
    (await requested('/api/tickets/5')).flush(aTicket({ id: 5 }));
  });

  it('does not open a neighbour that is found after the user has closed the ticket', async () => {
    const { harness } = await openList('/tickets/7', THREE, { Link: '</api/tickets/?cursor=two>; rel="next"' });
    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Seven'));
    press('j');
    const late = await requested('/api/tickets?limit=1&cursor=two');

    press('Escape');
    await eventually(() => expect(currentUrl()).toBe('/tickets'));
    late.flush([aTicket({ id: 6 })]);

    await harness.fixture.whenStable();
    expect(currentUrl()).toBe('/tickets');
  });

  it('finds the neighbours of a ticket that is not on the page', async () => {
    await openList('/tickets/3?status=open');
    const links = '</api/tickets/?cursor=after3>; rel="next", </api/tickets/?cursor=before3>; rel="prev"';
    (await requested('/api/tickets/3')).flush(aTicket({ id: 3, title: 'Three' }), { headers: { Link: links } });
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Three'));

    press('k');
    (await requested('/api/tickets?status=open&limit=1&cursor=before3')).flush([aTicket({ id: 4 })]);

    await eventually(() => expect(currentUrl()).toBe('/tickets/4?status=open&cursor=before3'));
    (await requested('/api/tickets?status=open&cursor=before3')).flush([aTicket({ id: 4 })]);
    (await requested('/api/tickets/4')).flush(aTicket({ id: 4 }));
  });

  it.each([
    ['last', SEVEN, 'j'],
    ['first', NINE, 'k'],
  ])('stays at the %s ticket, and says that it is the %s one', async (end, ticket, key) => {
    const { harness } = await openList(`/tickets/${ticket.id}`);
    (await requested(`/api/tickets/${ticket.id}`)).flush(ticket);
    await harness.fixture.whenStable();

    press(key);

    const news = `This is the ${end} ticket of the list`;
    await eventually(() => expect(document.querySelector('.tools [role=status]')?.textContent?.trim()).toBe(news));
    expect(currentUrl()).toBe(`/tickets/${ticket.id}`);
  });

  it('says nothing about the end of the list for a ticket whose place is not known yet', async () => {
    await openList('/tickets/3');
    await eventually(() => expect(document.querySelector('docket-ticket-panel')).not.toBeNull());
    await eventually(queryField); // loads after the list, like the shortcuts
    await import('./ticket-keys');

    press('j');

    (await requested('/api/tickets/3')).flush(aTicket({ id: 3 }), {
      headers: { Link: '</api/tickets/?cursor=after3>; rel="next"' },
    });
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')).not.toBeNull());
    expect(pageText()).not.toContain('of the list');
  });

  it('goes to the first ticket of another list, from where the open one leads nowhere', async () => {
    await openList('/tickets/3?q=printer');
    const links = { Link: '</api/tickets/?cursor=after3>; rel="next"' };
    (await requested('/api/tickets/3')).flush(aTicket({ id: 3, title: 'Three' }), { headers: links });
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Three'));

    press('j');
    (await requested('/api/tickets?q=printer&limit=1&cursor=after3')).flush([]);

    (await requested('/api/tickets/9')).flush(NINE);
    await eventually(() => expect(currentUrl()).toBe('/tickets/9?q=printer'));
  });

  it('counts on when it turns the page', async () => {
    const pageTwo = [aTicket({ id: 6 }), aTicket({ id: 5 })];
    await openList('/tickets/7?limit=3', THREE, {
      Link: '</api/tickets/?cursor=two>; rel="next"',
      'X-Total-Count': '5',
    });
    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Seven'));

    press('j');
    (await requested('/api/tickets?limit=1&cursor=two')).flush([aTicket({ id: 6 })]);
    (await requested('/api/tickets?limit=3&cursor=two')).flush(pageTwo, { headers: { 'X-Total-Count': '5' } });
    (await requested('/api/tickets/6')).flush(aTicket({ id: 6 }));

    await eventually(() =>
      expect(document.querySelector('docket-ticket-panel .place')?.textContent.trim()).toBe('4 of 5'),
    );
    expect(document.querySelector('docket-paginator')?.textContent).toMatch(/4–5\s+of 5/);
  });

  it('says the order that o has taken, and scrolls to the row of the open ticket in it', async () => {
    const { harness } = await openList('/tickets/7');
    (await requested('/api/tickets/7')).flush(SEVEN);
    await harness.fixture.whenStable();
    const scrolled = jest.fn();
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolled(this.querySelector('a')?.getAttribute('data-ticket'));
    };

    press('o');
    (await requested('/api/tickets?sort=oldest')).flush(THREE.toReversed());

    await eventually(() => expect(scrolled).toHaveBeenCalledWith('7'));
    Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
    expect(document.querySelector('.tools [role=status]')?.textContent?.trim()).toBe('Oldest first');
    expect(document.querySelector('docket-sort-button button')?.getAttribute('title')).toBe('Order: Oldest first (o)');
  });

  it('starts at the first row of another list', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();
    press('j', document.body);
    press('j');
    expect(document.activeElement?.textContent?.trim()).toBe('Eight');

    press('o');
    (await requested('/api/tickets?sort=oldest')).flush(THREE.toReversed());

    await eventually(() => expect(document.activeElement?.textContent?.trim()).toBe('Seven'));
  });

  it('starts at the first row of another order, also next to an open ticket further down', async () => {
    const { harness } = await openList('/tickets/7');
    (await requested('/api/tickets/7')).flush(SEVEN);
    await harness.fixture.whenStable();
    findByText('docket-ticket-table a', 'Nine').focus();

    press('o');
    (await requested('/api/tickets?sort=oldest')).flush([EIGHT, NINE, SEVEN]);

    await eventually(() => expect(document.activeElement?.textContent?.trim()).toBe('Eight'));
  });

  it('goes to the first ticket of a page that was turned to', async () => {
    await openList('/tickets', THREE, { Link: '</api/tickets/?cursor=two>; rel="next"' });
    (await eventually(() => findByText('docket-ticket-table a', 'Seven'))).click();
    (await requested('/api/tickets/7')).flush(SEVEN, {
      headers: { Link: '</api/tickets/?cursor=after7>; rel="next"' },
    });
    await eventually(() => expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Seven'));
    findByText('docket-paginator button', 'Next').click();
    (await requested('/api/tickets?cursor=two')).flush([aTicket({ id: 5, title: 'Five' }), aTicket({ id: 4 })]);
    await eventually(() => expect(document.querySelector('docket-ticket-table a')?.textContent).toContain('Five'));

    press('j');

    (await requested('/api/tickets/5')).flush(aTicket({ id: 5, title: 'Five' }));
    await eventually(() => expect(currentUrl()).toContain('/tickets/5?cursor=two'));
  });

  it('goes on from the row with the focus if another list arrives late', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();
    press('j', document.body);
    press('j');
    void TestBed.inject(Router).navigateByUrl('/tickets?sort=oldest');
    (await requested('/api/tickets?sort=oldest')).flush(THREE.toReversed());
    await eventually(() => expect(document.querySelector('docket-ticket-table a')?.textContent).toContain('Seven'));
    expect(document.activeElement?.textContent?.trim()).toBe('Eight');

    press('j');

    expect(document.activeElement?.textContent?.trim()).toBe('Nine');
  });

  it('moves from the button of the last page to a row, and tells screen readers where the page begins', async () => {
    await openList('/tickets?limit=3', THREE, {
      Link: '</api/tickets/?cursor=two>; rel="next"',
      'X-Total-Count': '4',
    });
    const next = await eventually(() => findByText('docket-paginator button', 'Next'));
    next.focus();

    next.click();
    (await requested('/api/tickets?limit=3&cursor=two')).flush([aTicket({ id: 6 })], {
      headers: { 'X-Total-Count': '4' },
    });

    await eventually(() => expect(next).toHaveProperty('disabled', true));
    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('6'));
    expect(document.querySelector('docket-match-count')?.textContent).toContain('tickets, from 4');
  });

  it('undoes the last change on z, and nothing more', async () => {
    await openTicket();
    const picked = pickInPanel('Status', 'Closed');
    const changed = { ...EIGHT, status: 'closed' as const };
    (await requested('/api/tickets/8', 'PATCH')).flush(changed, { headers: { ETag: '"8-2"' } });
    await picked;
    await eventually(() => expect(pageText()).toContain('Status of #8 set to Closed'));

    press('z');

    const undo = await requested('/api/tickets/8', 'PATCH');
    expect([undo.request.body, undo.request.headers.get('If-Match')]).toEqual([{ status: 'open' }, '"8-2"']);
    press('z');
    await eventually(() => expect(pageText()).not.toContain('Status of #8 set to Closed'));
    undo.flush(EIGHT, { headers: { ETag: '"8-3"' } });
    await eventually(() => expect(pageText()).toContain('Undone: status of #8 is again Open'));
  });

  it('takes the next order on o, keeps the focus in the list, and tells screen readers', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();
    press('j', document.body);
    expect(document.activeElement?.textContent?.trim()).toBe('Nine');

    press('o');
    expect(document.activeElement?.classList).toContain('scroller');

    (await requested('/api/tickets?sort=oldest')).flush(THREE.toReversed(), { headers: { 'X-Total-Count': '3' } });
    await eventually(() =>
      expect(document.querySelector('docket-match-count')?.textContent).toContain('tickets, oldest first'),
    );
    press('o');
    (await requested('/api/tickets?sort=priority')).flush(THREE, { headers: { 'X-Total-Count': '3' } });
    await eventually(() =>
      expect(document.querySelector('docket-match-count')?.textContent).toContain('tickets, most urgent first'),
    );
    press('o');
    (await requested('/api/tickets')).flush(THREE, { headers: { 'X-Total-Count': '3' } });
    await eventually(() =>
      expect(document.querySelector('docket-match-count')?.textContent).toContain('tickets, newest first'),
    );
  });
});

import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { FOCUS_SEARCH } from '@docket/web/ui';
import { findByText, press } from '../../testing/elements';
import { eventually } from '../../testing/eventually';
import {
  EIGHT,
  SEVEN,
  THREE,
  currentUrl,
  openList,
  openPage,
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

    (document.activeElement as HTMLElement).click(); // as Enter does on a link
    (await requested('/api/tickets/8')).flush(EIGHT);
    await eventually(() => expect(document.activeElement?.tagName).toBe('H2'));
    press('Escape');

    await eventually(() => expect(currentUrl()).toBe('/tickets'));
    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('8'));
  });

  it('focuses the search field on /, and leaves later keys to the field', async () => {
    const { harness } = await openList();
    await harness.fixture.whenStable();

    press('/', document.body);
    const search = document.activeElement!;
    press('j', search);

    expect(search.getAttribute('type')).toBe('search');
    expect(document.activeElement).toBe(search);
  });

  it('focuses the search field when the navigation asks for it', async () => {
    const { harness } = await openPage('/tickets/new');
    void TestBed.inject(Router).navigate(['/tickets'], { info: FOCUS_SEARCH });
    (await requested('/api/tickets')).flush(THREE);
    await harness.fixture.whenStable();

    await eventually(() => expect(document.activeElement?.getAttribute('type')).toBe('search'));
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
});

import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { findByText, pageText, press } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import {
  EIGHT,
  SEVEN,
  THREE,
  aTicket,
  currentUrl,
  openPage,
  openTicket,
  pickInPanel,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(verifyRequests);

describe('the open ticket', () => {
  it('is next to the list, and sets the title of the tab', async () => {
    await openTicket();

    await eventually(() => expect(document.title).toBe('#8 Eight · Docket'));
    expect(document.querySelector('docket-ticket-panel h2')?.textContent).toBe('Eight');
    expect(document.querySelector('docket-ticket-table')).not.toBeNull();
  });

  it('folds its title to one line as soon as most of the title is scrolled away', async () => {
    await openTicket();
    const scroller = await eventually(() => findByText('docket-ticket-panel .scroller', ''));
    const title = findByText('h2', 'Eight');
    Object.defineProperties(title, { offsetTop: { value: 4 }, offsetHeight: { value: 32 } });
    const isFolded = () => document.querySelector('.folded.shown') !== null;

    scroller.scrollTop = 19;
    scroller.dispatchEvent(new Event('scroll'));
    await eventually(() => expect(isFolded()).toBe(false));
    scroller.scrollTop = 21;
    scroller.dispatchEvent(new Event('scroll'));

    await eventually(() => expect(isFolded()).toBe(true));
  });

  it('sets a title of the tab whose direction its own title does not change', async () => {
    await openTicket({ ...EIGHT, title: 'See \u202egnp.exe' });

    await eventually(() => expect(document.title).toBe('#8 See gnp.exe · Docket'));
  });

  it('keeps the list when another ticket is opened', async () => {
    await openTicket();

    press('j');

    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(document.title).toBe('#7 Seven · Docket'));
    expect(currentUrl()).toBe('/tickets/7');
  });

  it('saves a property at once, and offers to undo it', async () => {
    await openTicket();

    const picked = pickInPanel('Status', 'Closed');
    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.headers.get('If-Match')).toBe('"8-1"');
    change.flush({ ...EIGHT, status: 'closed' }, { headers: { ETag: '"8-2"' } });
    await picked;

    expect(findByText('docket-ticket-fields button', 'Status').textContent).toContain('Closed');
    await eventually(() => expect(pageText()).toContain('Undo'));
  });

  it('saves nothing while the keyboard moves in the menu of a property', async () => {
    await openTicket();
    (await eventually(() => findByText('docket-ticket-fields button', 'Status'))).click();
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));

    press('ArrowDown');
    press('c');
    press('Escape');

    await eventually(() => expect(document.activeElement?.textContent).toContain('Status'));
    verifyRequests(); // no PATCH
  });

  it("keeps another person's change of another property", async () => {
    const { root } = await openTicket();
    const picked = pickInPanel('Status', 'Closed');
    const stale = await requested('/api/tickets/8', 'PATCH');

    stale.flush({}, { status: 412, statusText: 'Precondition Failed' });
    (await requested('/api/tickets/8')).flush({ ...EIGHT, priority: 'low' }, { headers: { ETag: '"8-2"' } });
    const change = await requested('/api/tickets/8', 'PATCH');
    expect(change.request.headers.get('If-Match')).toBe('"8-2"');
    change.flush({ ...EIGHT, priority: 'low', status: 'closed' }, { headers: { ETag: '"8-3"' } });

    await picked;
    expect(await root.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
  });

  it("keeps the other person's value when the user prefers it", async () => {
    const { root } = await openTicket();
    const picked = pickInPanel('Status', 'Closed');
    (await requested('/api/tickets/8', 'PATCH')).flush({}, { status: 412, statusText: 'Precondition Failed' });
    const theirs = { ...EIGHT, status: 'resolved' as const, updated_at: '2026-03-12T15:00:00.000Z' };
    (await requested('/api/tickets/8')).flush(theirs, { headers: { ETag: '"8-2"' } });
    await picked;

    await (await root.getHarness(MatButtonHarness.with({ text: 'Keep theirs' }))).click();

    await eventually(() => expect(document.querySelector('docket-ticket-fields')?.textContent).toContain('Resolved'));
  });

  it('reports a ticket that does not exist', async () => {
    await openPage('/tickets/99');
    (await requested('/api/tickets')).flush(THREE);

    (await requested('/api/tickets/99')).flush({}, { status: 404, statusText: 'Not Found' });

    await eventually(() => expect(pageText()).toContain('There is no ticket #99'));
  });

  it('shows a change from another tab', async () => {
    await openTicket();

    const ticket = aTicket({ id: 8, title: 'Eight', status: 'closed', updated_at: '2026-03-12T16:00:00.000Z' });
    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket });

    await eventually(() => expect(document.querySelector('docket-ticket-fields')?.textContent).toContain('Closed'));
  });
});

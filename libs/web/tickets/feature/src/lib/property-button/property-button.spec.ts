import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { type Ticket, TicketChanges } from '@docket/web/tickets/data';
import { findByText, pageText, press } from '../../testing/elements';
import { TestBed } from '@angular/core/testing';
import { eventually } from '@docket/web/ui/testing';
import { NINE, openList, pickStatus, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

describe('the status in a row', () => {
  it('moves the focus to its menu and back', async () => {
    await openList();
    const button = await eventually(() => findByText('button', 'Status of #9:'));
    expect(button.getAttribute('aria-expanded')).toBe('false');

    button.click();
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
    expect(button.getAttribute('aria-expanded')).toBe('true');
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));

    await eventually(() => expect(document.activeElement).toBe(button));
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));
  });

  it('is ready for the next key as soon as its menu closes', async () => {
    await openList();
    const button = await eventually(() => findByText('button', 'Status of #9:'));
    button.click();
    await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitemradio'));

    press('Escape');

    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false'); // while it is "true", the menu handles keys
  });

  it('moves to a value at once by its first letter', async () => {
    await openList();
    (await eventually(() => findByText('button', 'Status of #9:'))).click();
    await eventually(() => expect(document.activeElement?.textContent).toContain('Open'));

    press('r');

    expect(document.activeElement?.textContent).toContain('Resolved');
    press('x');
    expect(document.activeElement?.textContent).toContain('Resolved');
  });

  it('opens its menu at the current value, and the arrow keys go on from there and from a letter', async () => {
    await openList('/tickets', [{ ...NINE, status: 'resolved' }]);
    (await eventually(() => findByText('button', 'Status of #9:'))).click();

    await eventually(() => expect(document.activeElement?.textContent).toContain('Resolved'));
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Closed');

    press('i');
    expect(document.activeElement?.textContent).toContain('In progress');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Resolved');
  });

  it('changes with If-Match, and can be undone', async () => {
    const { root } = await openList();
    const picked = pickStatus(9, 'Resolved');

    (await requested('/api/tickets/9')).flush(NINE, { headers: { ETag: '"9-1"' } });
    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ status: 'resolved' });
    expect(change.request.headers.get('If-Match')).toBe('"9-1"');
    change.flush({ ...NINE, status: 'resolved' }, { headers: { ETag: '"9-2"' } });
    await picked;
    await eventually(() => expect(pageText()).toMatch(/Status of #9 set to Resolved/));

    const undone = (await root.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    const undo = await requested('/api/tickets/9', 'PATCH');
    expect(undo.request.body).toEqual({ status: 'open' });
    expect(undo.request.headers.get('If-Match')).toBe('"9-2"');
    undo.flush(NINE, { headers: { ETag: '"9-3"' } });
    await undone;
  });

  it('changes twice without a conflict before the first change is saved', async () => {
    const { root } = await openList();
    const once = pickStatus(9, 'Resolved');
    const reading = await requested('/api/tickets/9');
    const twice = eventually(() => expect(pageText()).toContain('Status of #9: Resolved')).then(() =>
      pickStatus(9, 'Closed'),
    );
    await eventually(() => expect(pageText()).toContain('Status of #9: Closed'));

    reading.flush(NINE, { headers: { ETag: '"9-1"' } });
    const resolved: Ticket = { ...NINE, status: 'resolved' };
    (await requested('/api/tickets/9', 'PATCH')).flush(resolved, { headers: { ETag: '"9-2"' } });
    (await requested('/api/tickets/9')).flush(resolved, { headers: { ETag: '"9-2"' } });
    const last = await requested('/api/tickets/9', 'PATCH');

    expect(last.request.body).toEqual({ status: 'closed' });
    last.flush({ ...resolved, status: 'closed' }, { headers: { ETag: '"9-3"' } });
    await Promise.all([once, twice]);
    expect(await root.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
  });

  it('keeps its value when the change fails, and reports it', async () => {
    await openList();
    const picked = pickStatus(9, 'Closed');

    (await requested('/api/tickets/9')).error(new ProgressEvent('error'));
    await picked;

    await eventually(() =>
      expect(pageText()).toContain('The status of #9 may not have been changed. The server cannot be reached.'),
    );
    expect(findByText('button', 'Status of #9:').textContent).toContain('Open');
  });

  it('asks also if the row showed the other value while the menu was open', async () => {
    const { root } = await openList();
    (await eventually(() => findByText('button', 'Status of #9:'))).click();
    const mine = await eventually(() => findByText('[role=menuitemradio]', 'Resolved'));
    const theirs: Ticket = { ...NINE, status: 'closed', updated_at: '2026-03-12T16:00:00.000Z' };
    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: theirs, etag: '"9-2"' });
    await eventually(() => expect(findByText('button', 'Status of #9:').textContent).toContain('Closed'));

    mine.click();
    (await requested('/api/tickets/9')).flush(theirs, { headers: { ETag: '"9-2"' } });

    const dialog = await root.getHarness(MatDialogHarness);
    expect((await dialog.getText()).replace(/\s+/g, ' ')).toMatch(/Theirs ?Closed ?Yours ?Resolved/);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Keep theirs' }))).click();
  });

  it('asks which value to keep when someone else has set another one', async () => {
    const { root } = await openList();
    const picked = pickStatus(9, 'Resolved');
    (await requested('/api/tickets/9')).flush({ ...NINE, status: 'closed' }, { headers: { ETag: '"9-2"' } });
    await picked;

    const dialog = await root.getHarness(MatDialogHarness);
    expect((await dialog.getText()).replace(/\s+/g, ' ')).toMatch(/Theirs ?Closed ?Yours ?Resolved/);
    const answered = (await dialog.getHarness(MatButtonHarness.with({ text: 'Use mine' }))).click();

    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.headers.get('If-Match')).toBe('"9-2"');
    change.flush({ ...NINE, status: 'resolved' }, { headers: { ETag: '"9-3"' } });
    await answered;
  });
});

import { DeferBlockBehavior, DeferBlockState, TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { Router } from '@angular/router';
import { FOCUS_SEARCH } from '@docket/web/ui';
import { eventually } from '@docket/web/ui/testing';
import { openShell, seen, url } from '../../testing/shell';
import { LoadFailures } from '../load-failure/load-failures';

describe('Shell', () => {
  it.each([
    ['/tickets', ['Tickets']],
    ['/tickets?status=open', ['Tickets']],
    ['/tickets/7?status=open', ['Tickets']],
    ['/tickets/new', ['New']],
    ['/dashboard', ['Dashboard']],
    ['/quality?days=90', ['Quality']],
    ['/tickets/abc', []],
    ['/elsewhere', []],
  ])('marks the current page at %s', async (path, links) => {
    const { current } = await openShell(path);

    expect(current()).toEqual(links);
  });

  it('opens the new ticket page on Shift+N; n is for the open ticket', async () => {
    const { press } = await openShell('/dashboard');

    await press('n');
    expect(url()).toBe('/dashboard');
    await press('N');

    expect(url()).toBe('/tickets/new');
  });

  it('opens the list and focuses the search field when / is pressed on another page', async () => {
    const { press } = await openShell('/dashboard');

    const event = await press('/');

    expect(url()).toBe('/tickets');
    expect(seen.navigationInfo).toBe(FOCUS_SEARCH);
    expect(event.defaultPrevented).toBe(true); // otherwise, the slash would end up in the field
  });

  it('leads back to the last list on /, with its search and order', async () => {
    const { fixture, press } = await openShell('/tickets/7?q=printer&sort=oldest');
    await TestBed.inject(Router).navigateByUrl('/dashboard');
    await fixture.whenStable();

    await press('/');

    expect(url()).toBe('/tickets?q=printer&sort=oldest');
    expect(seen.navigationInfo).toBe(FOCUS_SEARCH);
  });

  it('does not handle / when the list is open', async () => {
    const { press } = await openShell('/tickets/7?status=open');

    const event = await press('/');

    expect(url()).toBe('/tickets/7?status=open');
    expect(event.defaultPrevented).toBe(false);
  });

  it('opens the list of shortcuts only once when ? is pressed twice', async () => {
    const { press, root } = await openShell('/dashboard');

    await Promise.all([press('?'), press('?')]);

    const [dialog, ...more] = await root.getAllHarnesses(MatDialogHarness);
    expect(await dialog?.getTitleText()).toBe('Keyboard shortcuts');
    const text = await dialog?.getContentText();
    for (const name of [
      'From the search to the first ticket found',
      'in an open ticket, scroll it',
      '#4711',
      'Of the row with the focus, else of the open ticket',
      'Of all tickets',
      'Undo your last change',
      'to Show all of a long message',
      'Another order',
      'Leave the reply, the note or the new ticket. What you wrote is kept',
      'at first Send and resolve',
      'stay as they were written',
    ])
      expect(text).toContain(name);
    expect(more).toEqual([]);
    const content = document.querySelector('mat-dialog-content[role=region]');
    await eventually(() => expect(document.activeElement).toBe(content)); // arrow keys scroll it
  });

  it('skips the navigation without changing the URL', async () => {
    const { element } = await openShell('/tickets?status=open');

    element.querySelector<HTMLElement>('.skip')?.click();

    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(url()).toBe('/tickets?status=open');
  });

  it('reports a page that could not be loaded also if the notice could not be loaded either', async () => {
    TestBed.configureTestingModule({ deferBlockBehavior: DeferBlockBehavior.Manual });
    const { element, fixture } = await openShell('/tickets');
    const notice = (await fixture.getDeferBlocks()).at(-1);
    await notice?.render(DeferBlockState.Error);
    expect(element.querySelector('[role=alert]')).toBeNull();

    TestBed.inject(LoadFailures).report(new TypeError('Importing a module script failed.'), '/dashboard');
    await fixture.whenStable();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('could not be loaded');

    element.querySelector<HTMLElement>('[role=alert] button')?.click();
    window.dispatchEvent(new Event('online'));

    expect(seen.reloads).toEqual(['/dashboard']); // only on request: the person may be writing
  });

  it('forgets a page that could not be loaded when another one opens', async () => {
    await openShell('/tickets');
    const failures = TestBed.inject(LoadFailures);
    const error = new TypeError('Failed to fetch dynamically imported module: http://localhost/chunk-1.js');

    failures.report(error, '/dashboard');
    await TestBed.inject(Router).navigateByUrl('/tickets/7');
    TestBed.tick();
    expect(failures.current()).toBeUndefined();

    failures.report(error); // a part of the current page stays missing until a reload
    await TestBed.inject(Router).navigateByUrl('/tickets');
    TestBed.tick();
    expect(failures.current()).toEqual({ url: undefined });
  });
});

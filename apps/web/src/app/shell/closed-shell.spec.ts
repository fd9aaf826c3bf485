import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { Router } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { eventually, openOtherTab } from '@docket/web/ui/testing';
import { openShell, seen, url } from '../../testing/shell';

describe('the shell of a closed Docket', () => {
  afterEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  const user = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' };
  const VIEWER = {
    mode: 'closed',
    user,
    permissions: ['tickets:read', 'stats:read'],
    methods: ['password'],
    needs_set_up: false,
  };
  const NOBODY = { mode: 'closed', permissions: [], methods: ['password'], needs_set_up: false };
  const OPEN = {
    mode: 'open',
    permissions: ['tickets:read', 'tickets:write', 'stats:read'],
    methods: ['password'],
    needs_set_up: false,
  };

  it('offers only what the person may do', async () => {
    const { become, links, press } = await openShell('/tickets');
    expect(links()).toEqual(['Tickets', 'New', 'Dashboard', 'Quality']);

    await become(VIEWER);

    expect(links()).toEqual(['Tickets', 'Dashboard', 'Quality', 'Settings']);
    await press('N');
    expect(url()).toBe('/tickets');

    await become({ ...VIEWER, permissions: ['tickets:read'] });
    expect(links()).toEqual(['Tickets', 'Settings']);
  });

  it.each([
    [VIEWER, ['dashboard']],
    [{ ...VIEWER, permissions: ['tickets:read', 'tickets:write'] }, ['tickets/new']],
  ])('loads the pages that %j may open, for the time without a connection', async (session, pages) => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const { become } = await openShell('/tickets');
    const loaded: string[] = [];
    const page = (path: string, parent: string) => ({
      path,
      loadComponent: () => Promise.resolve(void loaded.push(path ? `${parent}/${path}` : parent) as never),
    });
    TestBed.inject(Router).resetConfig(
      [['tickets', 'new'] as const, ['dashboard', ''] as const].map(([path, child]) => ({
        path,
        children: [page(child, path)],
      })),
    );

    await become(session);
    const later = timers.mock.calls.filter(([, delay]) => delay === 3_000).at(-1)?.[0];
    timers.mockRestore();
    (later as () => void)();
    await eventually(() => expect(loaded).toEqual(pages));
  });

  it('leads to the settings in the open mode, where sign-in can be required', async () => {
    const { become, links } = await openShell('/tickets');

    await become(OPEN);

    expect(links()).toContain('Settings');
  });

  it('shows the person, and nobody in the open mode', async () => {
    const { become, element } = await openShell('/tickets');
    await become(OPEN);
    expect(element.querySelector('docket-person-button')).toBeNull();

    await become(VIEWER);

    expect(element.querySelector('docket-person-button button')?.getAttribute('aria-label')).toBe('Priya Nair');
  });

  it('forgets the drafts of another person, and starts anew', async () => {
    const { become } = await openShell('/tickets');
    await become(VIEWER);
    sessionStorage.setItem('docket.draft', '{}');
    localStorage.setItem('docket.message.3.7.public', '{}');
    localStorage.setItem('docket.message.4.7.public', '{}');
    seen.reloads.splice(0);

    await become({ ...VIEWER, user: { ...user, id: 4 } });

    expect(seen.reloads).toEqual([undefined]);
    expect(sessionStorage.getItem('docket.draft')).toBeNull();
    expect(Object.keys(localStorage)).toEqual(['docket.message.4.7.public']);
  });

  it('forgets the drafts when the person signs out in another tab, and loads the sign-in page anew', async () => {
    const otherTab = openOtherTab();
    const { become, root } = await openShell('/tickets');
    await become(VIEWER);
    sessionStorage.setItem('docket.draft', '{}');
    seen.reloads.splice(0);

    otherTab.say('signed-out');
    await root.getAllHarnesses(MatDialogHarness); // waits until the page is stable
    otherTab.close();

    expect(seen.reloads).toEqual(['/sign-in']);
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  it('asks for the password over the page when the session ends, once', async () => {
    const { become, press, root } = await openShell('/dashboard');
    await become(VIEWER);
    await press('?');

    await become(NOBODY);
    await become(NOBODY);

    await eventually(() => expect(document.querySelectorAll('mat-dialog-container')).toHaveLength(2));
    const dialogs = await root.getAllHarnesses(MatDialogHarness);
    const titles = await Promise.all(dialogs.map((dialog) => dialog.getTitleText()));
    expect(titles).toEqual(['Keyboard shortcuts', 'Your session has ended']);
    expect(url()).toBe('/dashboard');
  });

  it('leads to the sign-in page when the person leaves, and closes the dialogs', async () => {
    const { become, root } = await openShell('/dashboard');
    await become(VIEWER);
    await become(NOBODY);
    await eventually(() => expect(document.querySelector('mat-dialog-container')).not.toBeNull());

    TestBed.inject(Session).forget();
    await root.getAllHarnesses(MatDialogHarness); // waits until the page is stable

    expect(url()).toBe('/sign-in?return_to=%2Fdashboard');
    await eventually(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
  });

  it.each([
    ['/tickets', '/sign-in'],
    ['/tickets?status=open', '/sign-in?return_to=%2Ftickets%3Fstatus%3Dopen'],
    ['/tickets/7', '/sign-in?return_to=%2Ftickets%2F7'],
  ])('leads from %s to the sign-in when nobody is signed in', async (path, signIn) => {
    const { become } = await openShell(path);

    await become(NOBODY);

    expect(url()).toBe(signIn);
  });

  it('closes an open dialog on the way there', async () => {
    const { become, press, root } = await openShell('/dashboard');
    await press('?');
    expect(await root.getAllHarnesses(MatDialogHarness)).toHaveLength(1);

    await become(NOBODY);

    await eventually(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
  });

  it('leads there again when the user goes back to a page', async () => {
    const { become } = await openShell('/dashboard');
    await become(NOBODY);
    expect(url()).toBe('/sign-in?return_to=%2Fdashboard');

    await TestBed.inject(Router).navigateByUrl('/dashboard');

    await eventually(() => expect(url()).toBe('/sign-in?return_to=%2Fdashboard'));
  });

  it('has no navigation and no shortcuts on the sign-in page', async () => {
    const { element, press } = await openShell('/sign-in');

    await press('N');

    expect(element.querySelector('nav')).toBeNull();
    expect(url()).toBe('/sign-in');
  });
});

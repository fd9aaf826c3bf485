import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { Router, provideRouter } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { FOCUS_SEARCH, RELOAD_PAGE } from '@docket/web/ui';
import { LoadFailures } from '../load-failure/load-failures';
import { Shell } from './shell';

let navigationInfo: unknown;
let reloads = 0;

@Component({ template: '' })
class SomePage {
  constructor() {
    navigationInfo = inject(Router).currentNavigation()?.extras.info;
  }
}

async function openShell(url: string) {
  TestBed.configureTestingModule({
    providers: [
      { provide: RELOAD_PAGE, useValue: () => reloads++ },
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'dashboard', component: SomePage },
        { path: 'sign-in', component: SomePage },
        { path: 'tickets/new', component: SomePage },
        { path: 'tickets/:id', component: SomePage },
        { path: 'tickets', component: SomePage },
        { path: '**', component: SomePage },
      ]),
    ],
  });
  const fixture = TestBed.createComponent(Shell);
  await TestBed.inject(Router).navigateByUrl(url);
  await fixture.whenStable();
  const press = async (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    await fixture.whenStable();
    return event;
  };
  const element = fixture.nativeElement as HTMLElement;
  const current = () =>
    [...element.querySelectorAll('[aria-current=page]')].map(({ textContent }) => textContent.trim());
  const become = async (session: object) => {
    const loaded = TestBed.inject(Session).load();
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush(session);
    await loaded;
    await fixture.whenStable();
  };
  const links = () => [...element.querySelectorAll('nav .nav-link')].map(({ textContent }) => textContent.trim());
  return { element, press, current, become, links, root: TestbedHarnessEnvironment.documentRootLoader(fixture) };
}

const url = () => TestBed.inject(Router).url;

describe('Shell', () => {
  it.each([
    ['/tickets', ['Tickets']],
    ['/tickets?status=open', ['Tickets']],
    ['/tickets/7?status=open', ['Tickets']],
    ['/tickets/new', ['New']],
    ['/dashboard', ['Dashboard']],
    ['/tickets/abc', []],
    ['/elsewhere', []],
  ])('marks the current page at %s', async (path, links) => {
    const { current } = await openShell(path);

    expect(current()).toEqual(links);
  });

  it('opens the new ticket page on n', async () => {
    const { press } = await openShell('/dashboard');

    await press('n');

    expect(url()).toBe('/tickets/new');
  });

  it('opens the list and focuses the search field when / is pressed on another page', async () => {
    const { press } = await openShell('/dashboard');

    const event = await press('/');

    expect(url()).toBe('/tickets');
    expect(navigationInfo).toBe(FOCUS_SEARCH);
    expect(event.defaultPrevented).toBe(true); // or the slash would end up in the field
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
    expect(more).toEqual([]);
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

  it('skips the navigation without changing the URL', async () => {
    const { element } = await openShell('/tickets?status=open');

    element.querySelector<HTMLElement>('.skip')?.click();

    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(url()).toBe('/tickets?status=open');
  });
});

describe('the shell of a closed Docket', () => {
  afterEach(() => sessionStorage.clear());

  const user = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' };
  const VIEWER = { mode: 'closed', user, permissions: ['tickets:read', 'stats:read'], needs_set_up: false };
  const NOBODY = { mode: 'closed', permissions: [], needs_set_up: false };
  const OPEN = { mode: 'open', permissions: ['tickets:read', 'tickets:write', 'stats:read'], needs_set_up: false };

  it('offers only what the person may do', async () => {
    const { become, links, press } = await openShell('/tickets');
    expect(links()).toEqual(['Tickets', 'New', 'Dashboard']);

    await become(VIEWER);

    expect(links()).toEqual(['Tickets', 'Dashboard']);
    await press('n');
    expect(url()).toBe('/tickets');
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
    expect(reloads).toBe(0);

    await become({ ...VIEWER, user: { ...user, id: 4 } });

    expect(reloads).toBe(1);
    expect(sessionStorage.getItem('docket.draft')).toBeNull();
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

  it('leads there again when the user goes back to a page', async () => {
    const { become } = await openShell('/dashboard');
    await become(NOBODY);
    expect(url()).toBe('/sign-in?return_to=%2Fdashboard');

    await TestBed.inject(Router).navigateByUrl('/dashboard');
    await new Promise((resolve) => setTimeout(resolve));

    expect(url()).toBe('/sign-in?return_to=%2Fdashboard');
  });

  it('has no navigation and no shortcuts on the sign-in page', async () => {
    const { element, press } = await openShell('/sign-in');

    await press('n');

    expect(element.querySelector('nav')).toBeNull();
    expect(url()).toBe('/sign-in');
  });
});

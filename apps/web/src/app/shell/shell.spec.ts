import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { Router, provideRouter } from '@angular/router';
import { FOCUS_SEARCH } from '@docket/web/ui';
import { Shell } from './shell';

let arrivedWith: unknown;

@Component({ template: '' })
class SomePage {
  constructor() {
    arrivedWith = inject(Router).currentNavigation()?.extras.info;
  }
}

async function openShell(url: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'dashboard', component: SomePage },
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
  const current = () =>
    [...fixture.nativeElement.querySelectorAll('[aria-current=page]')].map((link) => link.textContent.trim());
  return { fixture, press, current, root: TestbedHarnessEnvironment.documentRootLoader(fixture) };
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
  ])('marks where %s is', async (address, places) => {
    const { current } = await openShell(address);

    expect(current()).toEqual(places);
  });

  it('writes a new ticket on n', async () => {
    const { press } = await openShell('/dashboard');

    await press('n');

    expect(url()).toBe('/tickets/new');
  });

  it('goes to the list to search on /, from any other page', async () => {
    const { press } = await openShell('/dashboard');

    const event = await press('/');

    expect(url()).toBe('/tickets');
    expect(arrivedWith).toBe(FOCUS_SEARCH);
    expect(event.defaultPrevented).toBe(true); // or the slash would be typed into the field
  });

  it('leaves / to the list', async () => {
    const { press } = await openShell('/tickets/7?status=open');

    const event = await press('/');

    expect(url()).toBe('/tickets/7?status=open');
    expect(event.defaultPrevented).toBe(false);
  });

  it('shows the shortcuts on ?, once', async () => {
    const { press, root } = await openShell('/dashboard');

    await Promise.all([press('?'), press('?')]);

    const [dialog, ...more] = await root.getAllHarnesses(MatDialogHarness);
    expect(await dialog?.getTitleText()).toBe('Keyboard shortcuts');
    expect(more).toEqual([]);
  });

  it('skips the navigation without leaving the address', async () => {
    const { fixture } = await openShell('/tickets?status=open');

    fixture.nativeElement.querySelector('.skip').click();

    expect(document.activeElement?.tagName).toBe('MAIN');
    expect(url()).toBe('/tickets?status=open');
  });
});

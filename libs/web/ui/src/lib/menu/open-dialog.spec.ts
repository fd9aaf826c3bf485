import { MediaMatcher } from '@angular/cdk/layout';
import { BrowserPlatformLocation, PlatformLocation } from '@angular/common';
import { Component, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogState } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { openDialog } from './open-dialog';

@Component({ template: '' })
class Dialog {}

function open(config = {}): Promise<unknown> {
  return openDialog(TestBed.inject(Injector), Dialog, config);
}

/** Dialogs that are open and not closing. */
const opened = () => TestBed.inject(MatDialog).openDialogs.filter((each) => each.getState() === MatDialogState.OPEN);

async function back(): Promise<void> {
  const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await popped;
}

function use(pointer: string): void {
  TestBed.configureTestingModule({
    // Only the browser's own location reports Back.
    providers: [provideRouter([]), { provide: PlatformLocation, useClass: BrowserPlatformLocation }],
  });
  const match = (query: string) => ({ matches: query.includes(pointer) }) as MediaQueryList;
  jest.spyOn(TestBed.inject(MediaMatcher), 'matchMedia').mockImplementation(match);
  history.pushState(null, '', '/list');
  history.pushState(null, '', '/list?page');
}

describe.each([
  ['coarse', '?page'],
  ['fine', ''],
])('Back, with a %s pointer,', (pointer, search) => {
  beforeEach(() => use(pointer));

  it('closes the dialog', async () => {
    const closed = open();

    await back();
    await closed;

    expect(location.search).toBe(search);
  });

  it('does not close a dialog while it may not be closed', async () => {
    const closed = open({ disableClose: true });

    await back();
    expect(opened()).toHaveLength(1);
    expect(location.search).toBe(search);

    for (const dialog of opened()) dialog.disableClose = false;
    await back();
    await closed;
  });
});

it('closes only the upper one of two dialogs on a touch screen', async () => {
  use('coarse');
  void open();
  const upper = open();

  await back();
  await upper;

  expect(opened()).toHaveLength(1);
});

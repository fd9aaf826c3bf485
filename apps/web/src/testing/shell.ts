import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { RELOAD_PAGE } from '@docket/web/ui';
import { eventually } from '@docket/web/ui/testing';
import { Shell } from '../app/shell/shell';

/** Recorded actions of the pages and the shell. */
export const seen: { navigationInfo?: unknown; readonly reloads: (string | undefined)[] } = { reloads: [] };

@Component({ template: '' })
class SomePage {
  constructor() {
    seen.navigationInfo = inject(Router).currentNavigation()?.extras.info;
  }
}

/** Opens the shell with empty pages. */
export async function openShell(url: string) {
  TestBed.configureTestingModule({
    providers: [
      { provide: RELOAD_PAGE, useValue: (page?: string) => seen.reloads.push(page) },
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
    const requests = TestBed.inject(HttpTestingController);
    const current = TestBed.inject(Session);
    const isAskedTwice = current.user() && !current.hasEnded() && !('user' in session); // the cookie may be newer
    const loaded = current.load();
    requests.expectOne('/api/session').flush(session);
    if (isAskedTwice) await eventually(() => requests.expectOne('/api/session').flush(session));
    await loaded;
    await fixture.whenStable();
  };
  const links = () => [...element.querySelectorAll('nav .nav-link')].map(({ textContent }) => textContent.trim());
  return {
    fixture,
    element,
    press,
    current,
    become,
    links,
    root: TestbedHarnessEnvironment.documentRootLoader(fixture),
  };
}

export const url = () => TestBed.inject(Router).url;

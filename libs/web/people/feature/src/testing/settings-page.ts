import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@docket/web/people/data';
import { eventually } from '@docket/web/ui/testing';
import { settingsRoutes } from '../lib/settings/settings.routes';
import { SIGNED_IN } from './entry-page';

let http: HttpTestingController;

/** Opens a settings page as a person with a permission. Its requests stay pending until `respond`. */
export async function openSettings(url: string, permission: string): Promise<RouterTestingHarness> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'settings', children: settingsRoutes }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush({ ...SIGNED_IN, permissions: [permission] });
  await loaded;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  return harness;
}

/** The next request to this URL, including its query. */
export const requested = (url: string, method = 'GET'): Promise<TestRequest> =>
  eventually(() => http.expectOne((request) => request.urlWithParams === url && request.method === method));

export async function respond(url: string, body: object, headers: Record<string, string> = {}): Promise<void> {
  (await requested(url)).flush(body, { headers });
}

/** Fails if a request is unanswered. */
export const verifyRequests = (): void => http.verify();

/** Arguments of `flush` for a problem. */
export function problem(type: string, status: number, more: object = {}) {
  return [
    { type: `/problems/${type}`, status, errors: [], ...more },
    { status, statusText: 'No' },
  ] as const;
}

export const textOf = (element: Element | null | undefined): string =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

export const pageText = (): string => textOf(document.querySelector('docket-settings-page .content'));

export const dialogText = (): string => textOf(document.querySelector('[role=dialog]'));

/** Clicks a button, a link, a menu item or a checkbox by the end of its name. Dialogs and menus are searched first. */
export async function press(name: string): Promise<void> {
  const found = await eventually(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a, button, [role=dialog] mat-checkbox label')].reverse();
    const one = all.find((element) => (element.getAttribute('aria-label') ?? textOf(element)).endsWith(name));
    if (!one) throw new Error(`There is no "${name}"`);
    return one;
  });
  found.click();
}

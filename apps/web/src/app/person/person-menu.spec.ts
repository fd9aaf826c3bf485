import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter } from '@angular/router';
import { RELOAD_PAGE } from '@docket/web/ui';
import { eventually } from '@docket/web/ui/testing';
import { PersonButton } from './person-button';

const PRIYA = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'admin' } as const;

async function openMenu() {
  const reloaded: (string | undefined)[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: RELOAD_PAGE, useValue: (url?: string) => reloaded.push(url) },
    ],
  });
  const fixture = TestBed.createComponent(PersonButton);
  fixture.componentRef.setInput('person', PRIYA);
  await fixture.whenStable();
  (fixture.nativeElement as HTMLElement).querySelector('button')?.click();
  await fixture.whenStable();
  const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const menu = await root.getHarness(MatMenuHarness);
  const http = TestBed.inject(HttpTestingController);
  const signOut = async (status: number) => {
    const [item] = await menu.getItems({ text: 'Sign out' });
    const clicked = item?.click();
    const request = await eventually(() => http.expectOne({ url: '/api/session', method: 'DELETE' }));
    request.flush(null, { status, statusText: '' });
    await clicked;
    await fixture.whenStable();
  };
  return { reloaded, root, signOut };
}

it('shows who is signed in, and as what', async () => {
  await openMenu();

  const lines = [...document.querySelectorAll('.mat-mdc-menu-panel .person > *')].map(({ textContent }) =>
    textContent.trim(),
  );
  expect(lines).toEqual(['Priya Nair', 'priya@desk.example', 'Administrator']);
});

it('signs out, forgets the drafts of this tab and the unsent messages, and loads the sign-in page anew', async () => {
  sessionStorage.setItem('docket.draft', '{}');
  localStorage.setItem('docket.message.3.7.public', '{}');
  localStorage.setItem('docket.theme', 'dark');
  const { reloaded, signOut } = await openMenu();

  await signOut(204);

  expect(reloaded).toEqual(['/sign-in']);
  expect(sessionStorage.getItem('docket.draft')).toBeNull();
  expect(Object.keys(localStorage)).toEqual(['docket.theme']);
});

it('says that signing out failed, and stays', async () => {
  const { reloaded, root, signOut } = await openMenu();

  await signOut(503);

  const notice = await root.getHarness(MatSnackBarHarness);
  expect(await notice.getMessage()).toContain('You are still signed in');
  expect(reloaded).toEqual([]);
});

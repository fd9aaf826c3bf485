import { TestBed } from '@angular/core/testing';
import { RELOAD_PAGE } from '@docket/web/ui';
import { LoadFailureNotice } from './load-failure-notice';
import { LoadFailures } from './load-failures';

const reloaded: (string | undefined)[] = [];
const originalFetch = globalThis.fetch;
let script: HTMLScriptElement;

beforeEach(() => {
  reloaded.length = 0;
  sessionStorage.clear();
  script = document.createElement('script');
  script.type = 'module';
  script.setAttribute('src', 'main-OLD.js');
  document.head.append(script);
  TestBed.configureTestingModule({
    providers: [{ provide: RELOAD_PAGE, useValue: (url?: string) => reloaded.push(url) }],
  });
});
afterEach(() => {
  script.remove();
  globalThis.fetch = originalFetch;
});

/** Shows the notice while the server responds with a page, or is unreachable. */
async function show(page: string | undefined, url?: string) {
  globalThis.fetch = () =>
    page === undefined
      ? Promise.reject(new TypeError())
      : Promise.resolve({ text: () => Promise.resolve(page) } as Response);
  const fixture = TestBed.createComponent(LoadFailureNotice);
  fixture.componentRef.setInput('failure', { url });
  await fixture.whenStable();
  await new Promise((resolve) => setTimeout(resolve));
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

it('opens the wanted page again when the server has another build, but only once', async () => {
  const page = '<script src="main-NEW.js" type="module"></script>';

  await show(page, '/dashboard');
  await show(page, '/dashboard');

  expect(reloaded).toEqual(['/dashboard']);
});

it('stays when the build is the same, and tries again on request', async () => {
  const notice = await show('<script src="main-OLD.js" type="module"></script>', '/dashboard');
  expect(notice.textContent).toContain('This part of Docket could not be loaded.');
  expect(reloaded).toEqual([]);

  notice.querySelector('button')?.click();

  expect(reloaded).toEqual(['/dashboard']);
});

it('tries again on b, unless another notice has the key', async () => {
  await show('<script src="main-OLD.js" type="module"></script>', '/dashboard');
  const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', bubbles: true }));
  const other = document.createElement('div');
  other.className = 'docket-notice';
  other.innerHTML = '<button aria-keyshortcuts="b">Open</button>';
  document.body.append(other);
  press();
  expect(reloaded).toEqual([]);
  other.remove();

  press();

  expect(reloaded).toEqual(['/dashboard']);
});

it('waits for the connection when the server cannot be reached', async () => {
  const notice = await show(undefined);
  expect(notice.textContent).toContain('the server cannot be reached');

  window.dispatchEvent(new Event('online'));

  expect(reloaded).toEqual([undefined]);
});

it.each(['keydown', 'pointerdown'])('does not reload by itself after a %s, but offers it', async (type) => {
  TestBed.inject(LoadFailures).report(new Error('NG0750'), '/quality');
  const notice = await show(undefined, '/quality');

  document.body.dispatchEvent(new Event(type, { bubbles: true }));
  window.dispatchEvent(new Event('online'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(reloaded).toStrictEqual([]);

  notice.querySelector('button')?.click();
  expect(reloaded).toStrictEqual(['/quality']);
});

it('does not reload while somebody writes', async () => {
  const field = document.body.appendChild(document.createElement('textarea'));
  field.focus();
  await show('<script src="main-NEW.js" type="module"></script>');
  window.dispatchEvent(new Event('online'));

  expect(reloaded).toStrictEqual([]);
  field.remove();
});

it('reloads by itself again after a new failure', async () => {
  const failures = TestBed.inject(LoadFailures);
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  failures.report(new Error('NG0750'));
  await show(undefined);

  window.dispatchEvent(new Event('online'));

  expect(reloaded).toStrictEqual([undefined]);
});

it.each([
  [new TypeError('Failed to fetch dynamically imported module: http://localhost/chunk-1.js'), true],
  [new TypeError('error loading dynamically imported module'), true],
  [new TypeError('Importing a module script failed.'), true],
  [new Error('NG0750'), true],
  [new Error('Cannot read properties of undefined'), false],
  [undefined, false],
])('recognizes %s as a failure to load: %s', (error, isFailure) => {
  const failures = TestBed.inject(LoadFailures);

  failures.report(error, '/dashboard');

  expect(failures.current()).toEqual(isFailure ? { url: '/dashboard' } : undefined);
});

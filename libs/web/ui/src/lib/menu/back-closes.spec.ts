import { MediaMatcher } from '@angular/cdk/layout';
import { APP_BASE_HREF, BrowserPlatformLocation, PlatformLocation } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { ReplaySubject } from 'rxjs';
import { BackCloses } from './back-closes';

let closed: string[];
let backCloses: BackCloses;
/** Lets a pending navigation to `/profile` finish. */
let loadPage: ReplaySubject<boolean>;

const usePointer = (kind: string) => {
  const match = (query: string) => ({ matches: query.includes(kind) }) as MediaQueryList;
  jest.spyOn(TestBed.inject(MediaMatcher), 'matchMedia').mockImplementation(match);
};
const back = async () => {
  const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await popped;
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const open = (name = 'closed') => backCloses.opened(() => closed.push(name));

beforeEach(() => {
  closed = [];
  loadPage = new ReplaySubject(1);
  const routes = [{ path: 'profile', canActivate: [() => loadPage], children: [] }];
  const location = [
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: PlatformLocation, useClass: BrowserPlatformLocation }, // TestBed's own does not change the history
  ];
  TestBed.configureTestingModule({ providers: [provideRouter(routes), location] });
  backCloses = TestBed.inject(BackCloses);
  TestBed.inject(Router);
  usePointer('coarse');
  history.pushState(null, '', '/list');
  history.pushState(null, '', '/list?page');
});
it('closes on Back, and stays on the page', async () => {
  open();

  await back();

  expect(closed).toEqual(['closed']);
  expect(location.search).toBe('?page');
  await back();
  expect(location.search).toBe('');
});

it('leaves no history entry when it closes in another way', async () => {
  open()();
  await settle();
  await back();

  expect(closed).toEqual([]);
  expect(location.search).toBe('');
});

it('skips its entry when a navigation came on top of it', async () => {
  const reportClosed = open();
  history.pushState(null, '', '/list?filter');
  reportClosed();
  expect(location.search).toBe('?filter');

  await back();
  await settle();

  expect(location.search).toBe('?page');
  expect(history.state).toBeNull();
});

it('changes nothing with a mouse', async () => {
  usePointer('fine');
  open();

  await back();

  expect(closed).toEqual([]);
  expect(location.search).toBe('');
});

it('closes the newest of two first', async () => {
  open('dialog');
  open('question');

  await back();
  expect(closed).toEqual(['question']);
  await back();

  expect(closed).toEqual(['question', 'dialog']);
  expect(location.search).toBe('?page');
});

it('keeps what opens right after something has closed', async () => {
  open('menu')();
  open('dialog');
  await settle();
  expect(closed).toEqual([]);

  await back();

  expect(closed).toEqual(['dialog']);
  expect(location.search).toBe('?page');
});

it('lets a navigation finish that started with the closing, and skips its entry then', async () => {
  const reportClosed = open();
  const navigation = TestBed.inject(Router).navigateByUrl('/profile');
  reportClosed();
  loadPage.next(true);

  expect(await navigation).toBe(true);
  expect(location.pathname).toBe('/profile');
  await back();
  await settle();
  expect(location.search).toBe('?page');
  expect(history.state).toBeNull();
});

import { TestBed } from '@angular/core/testing';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText } from '../../testing/elements';
import { TEXT, openNewTicketPage, requestedSuggestion } from '../../testing/new-ticket-page';

const SIMILAR = {
  id: 4718,
  title: 'Checkout is down for all users',
  status: 'in_progress',
  created_at: '2026-03-01T12:00:00.000Z',
  requester: { id: 3, email: 'grace@northpeak.example', name: 'Grace Adeyemi' },
  score: 0.8,
  shared_words: ['checkout', 'payment'],
  same_requester: true,
};
const OTHER = {
  ...SIMILAR,
  id: 4712,
  title: 'Payment page shows Bad Gateway',
  requester: undefined,
  same_requester: false,
};

const http = () => TestBed.inject(HttpTestingController);
const box = () => document.querySelector('docket-similar-to-draft section');

/** The next request for similar tickets, after the pause in typing. */
const requestedSimilar = (): Promise<TestRequest> => eventually(() => http().expectOne('/api/tickets/similar'));

/** Advances the clock by ten seconds, more than any typing pause of the page. */
const passTenSeconds = () => jest.advanceTimersByTimeAsync(10_000);

// The fake clock also advances with the real one, which the harnesses need. Tests may rely only on a minimum of elapsed time.
beforeEach(() => void jest.useFakeTimers({ advanceTimers: true }));
afterEach(() => void jest.useRealTimers());

/** Types a text and responds to the request for a suggestion. */
async function openAndDescribe(text = TEXT) {
  const page = await openNewTicketPage();
  await page.describe(text, { suggested_category: 'general', suggested_priority: 'medium', used_fallback: true });
  return page;
}

it('shows tickets similar to the text below it, with links that leave the draft', async () => {
  await openAndDescribe();
  const request = await requestedSimilar();
  request.flush([SIMILAR, OTHER]);

  await eventually(() => expect(box()?.textContent).toContain('Similar tickets'));
  expect(request.request.body).toEqual({ description: TEXT });
  const [first, second] = [...document.querySelectorAll('docket-similar-list li')].map((row) => row.textContent);
  expect(first).toMatch(/4718.*Checkout is down for all users.*same requester.*Grace Adeyemi.*Open/s);
  expect(second).not.toContain('same requester');
  const link = findByText('docket-similar-list a', 'Open #4718 in a new tab');
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/tickets/4718', '_blank']);
  expect(pageText()).toContain('2 similar tickets, below the fields.');
});

it('comes after the fields, so that Tab leads to them as before', async () => {
  await openAndDescribe();
  (await requestedSimilar()).flush([SIMILAR]);
  await eventually(() => expect(box()).not.toBeNull());

  const stops = [...document.querySelectorAll('form :is(input, textarea, mat-select, a, button)')];

  const [name, close] = ['#requester-name', '[aria-label="Close similar tickets"]'].map((selector) =>
    stops.findIndex((stop) => stop.matches(selector)),
  );
  expect([name, close]).toEqual([stops.length - 6, stops.length - 5]);
});

it('shows nothing if no ticket is similar, or if they cannot be read', async () => {
  const { description } = await openAndDescribe();
  (await requestedSimilar()).flush([]);
  await description.setValue(`${TEXT} Nobody can buy.`);
  (await requestedSimilar()).flush({}, { status: 503, statusText: 'Unavailable' });
  await description.blur();
  requestedSuggestion();

  expect(box()).toBeNull();
  expect(pageText()).not.toContain('similar');
});

it('keeps what it shows while the text is typed further', async () => {
  const { description } = await openAndDescribe();
  (await requestedSimilar()).flush([SIMILAR]);
  await eventually(() => expect(box()).not.toBeNull());

  await description.setValue(`${TEXT} Nobody can buy.`);
  const next = await requestedSimilar();

  expect(box()?.textContent).toContain('Checkout is down');
  next.flush([OTHER]);
  await eventually(() => expect(box()?.textContent).toContain('Payment page shows Bad Gateway'));
});

it('stays closed once it was closed, and returns the focus to the text', async () => {
  const { description } = await openAndDescribe();
  (await requestedSimilar()).flush([SIMILAR]);
  await eventually(() => expect(box()).not.toBeNull());

  document.querySelector<HTMLElement>('[aria-label="Close similar tickets"]')?.click();

  await eventually(() => expect(box()).toBeNull());
  expect(await description.isFocused()).toBe(true);
  await description.setValue(`${TEXT} Nobody can buy.`);
  await passTenSeconds();
  http().expectNone('/api/tickets/similar');
});

it('returns the focus to the field from which Tab led to it', async () => {
  await openAndDescribe();
  (await requestedSimilar()).flush([SIMILAR]);
  await eventually(() => expect(box()).not.toBeNull());
  const name = document.getElementById('requester-name');
  const close = document.querySelector<HTMLElement>('[aria-label="Close similar tickets"]');
  name?.focus();
  close?.focus();

  close?.click();

  expect(document.activeElement).toBe(name);
});

it('asks nothing of a text that is too short', async () => {
  const { description } = await openNewTicketPage();

  await description.setValue('Help');
  await passTenSeconds();

  http().expectNone('/api/tickets/similar');
});

it('names the requester, once their email address is complete', async () => {
  const { root } = await openAndDescribe();
  (await requestedSimilar()).flush([OTHER]);
  const email = await root.getHarness(MatInputHarness.with({ selector: '#requester-email' }));

  await email.setValue('Grace@northpeak');
  await passTenSeconds();
  http().expectNone('/api/tickets/similar');
  await email.setValue('Grace@northpeak.example');

  const request = await requestedSimilar();
  expect(request.request.body).toEqual({ description: TEXT, requester_email: 'grace@northpeak.example' });
  request.flush([SIMILAR, OTHER]);
});

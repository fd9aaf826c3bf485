import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Suggestion } from '@docket/web/quality/data';
import { openCases as openPage, requestedCases, verifyRequests } from '../../testing/cases-page';

const BLIND: Suggestion = {
  id: '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44',
  asked_at: '2026-11-26T09:30:00.000Z',
  ticket_id: 4711,
  team_id: 2,
  surface: 'form',
  provider: 'gemini',
  field: 'category',
  model: 'flash',
  prompt_version: 2,
  outcome: 'answered',
  role: 'blind',
  suggested: 'technical',
  confidence: null,
  shown_at: null,
  choice: 'unseen',
  chosen: 'billing',
  chosen_at: '2026-11-26T09:31:00.000Z',
  final: null,
  final_at: null,
  latency_ms: 900,
  cost_micros: 80,
};
const NOT_FILED: Suggestion = {
  ...BLIND,
  id: '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d43',
  outcome: 'timeout',
  role: 'unseen',
  ticket_id: null,
  suggested: null,
  choice: null,
  chosen: null,
  chosen_at: null,
};
const CELL = 'from=2026-10-28&to=2026-11-26&provider=gemini&role=blind&suggested=technical&chosen=billing';

/** The request for the first page of a query. */
const requested = (query: string) => requestedCases('suggestions', query);

afterEach(verifyRequests);

it('lists tickets with what was suggested and decided', async () => {
  const { respond, text, link } = await openPage(CELL);
  expect(text('[role=status]')).toBe('Loading the suggestions…');
  await respond(await requested(CELL), [BLIND, NOT_FILED]);

  expect(text('header .docket-secondary')).toBe(
    '28 Oct 2026 to 26 Nov 2026 · Gemini · hidden from people · suggested Technical · chosen Billing',
  );
  expect(text('tbody .ticket > *, tbody span')).toBe(
    '#4711 | Charged twice | Technical | Billing | hidden, chose differently | No ticket | Nothing | timed out | Nothing',
  );
  expect(link('#4711')?.getAttribute('href')).toBe('/tickets/4711');
  expect(link('AI quality')?.getAttribute('href')).toBe('/quality');
});

it('shows how long requests waited if the figure is the time of an answer', async () => {
  const { respond, text } = await openPage('call=waited');
  await respond(await requested('call=waited'), [BLIND, NOT_FILED]);

  expect(text('tbody .suggested span')).toBe('Technical | after 0.9 s | Nothing | timed out | after 0.9 s');
});

it.each([
  ['kept', { role: 'shown', choice: 'accepted', chosen: 'technical' }],
  ['changed', { role: 'shown', choice: 'overridden' }],
  ['not seen before', { role: 'unseen', choice: 'unseen' }],
  ['hidden, chose the same', { chosen: 'technical' }],
  ['no ticket reported', { choice: 'abandoned', chosen: null, ticket_id: null }],
] as const)('says that a suggestion was %s', async (words, change) => {
  const { respond, text } = await openPage('');
  await respond(await requested(''), [{ ...BLIND, ...change }]);

  expect(text('tbody .decided .docket-secondary')).toBe(words);
});

it('shows times in UTC, as the days of its filter are', async () => {
  expect(new Date('2026-11-26T23:30:00Z').getDate()).toBe(27); // a machine in another zone
  const { respond, text } = await openPage('');
  await respond(await requested(''), [{ ...BLIND, asked_at: '2026-11-26T23:30:00.000Z' }]);

  expect(text('tbody .time')).toBe('26 Nov 2026, 23:30');
});

it('goes to older suggestions by the URL, and back to the newest', async () => {
  const { respond, link } = await openPage(CELL);
  await respond(await requested(CELL), [BLIND], '</api/suggestions?cursor=two>; rel="next"');
  expect(link('Newest')).toBeUndefined();

  link('Older')?.click();
  await respond(await requested(`${CELL}&cursor=two`), [NOT_FILED]);

  expect(TestBed.inject(Router).url).toBe(`/quality/suggestions?${CELL}&cursor=two`);
  expect(link('Older')).toBeUndefined();

  link('Newest')?.click();
  await respond(await requested(CELL), [BLIND]);
  expect(TestBed.inject(Router).url).toBe(`/quality/suggestions?${CELL}`);
});

it('says that no suggestion matches', async () => {
  const { respond, text } = await openPage('outcome=budget');
  await respond(await requested('outcome=budget'), []);

  expect(text('docket-empty-state h2')).toBe('Nothing found');
});

it('says that suggestions could not be loaded, and tries again', async () => {
  const { fail, press, respond, text } = await openPage(CELL);
  await fail(await requested(CELL), 503);
  expect(text('docket-error-state')).toContain('The suggestions could not be loaded');
  expect(text('docket-error-state')).toContain('r-7');

  press('Try again');
  await respond(await requested(CELL), [BLIND]);

  expect(text('tbody .title')).toBe('Charged twice');
});

it('leads to tickets whose titles could not be loaded', async () => {
  const { respond, text, link } = await openPage('', (request) => {
    request.flush({}, { status: 403, statusText: 'No' });
  });
  await respond(await requested(''), [BLIND]);

  expect(text('tbody .ticket')).toBe('#4711');
  expect(link('#4711')?.getAttribute('href')).toBe('/tickets/4711');
});

it('leads back from a page that does not exist', async () => {
  const { fail, text } = await openPage('cursor=x');
  await fail(await requested('cursor=x'), 400);

  expect(text('docket-empty-state h2')).toBe('This page does not exist');
});

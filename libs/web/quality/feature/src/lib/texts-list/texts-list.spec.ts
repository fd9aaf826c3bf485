import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import type { WrittenText } from '@docket/web/quality/data';
import { openCases, requestedCases, verifyRequests } from '../../testing/cases-page';

const DRAFT: WrittenText = {
  id: '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44',
  asked_at: '2026-11-26T23:30:00.000Z',
  kind: 'draft',
  ticket_id: 4711,
  team_id: 2,
  outcome: 'written',
  model: 'flash',
  prompt_version: 1,
  words: 40,
  sent_at: null,
  edit_distance: null,
  latency_ms: 900,
  cost_micros: 80,
};
const SENT: WrittenText = { ...DRAFT, sent_at: '2026-11-26T23:40:00.000Z' };
const FIGURE = 'from=2026-10-28&to=2026-11-26&kind=draft&result=written';

const requested = (query: string) => requestedCases('texts', query);

afterEach(verifyRequests);

it('lists tickets whose drafts a figure counts', async () => {
  const { respond, text, link } = await openCases(`list=texts&${FIGURE}`);
  expect(text('[role=status]')).toBe('Loading the drafts and summaries…');
  await respond(await requested(FIGURE), [DRAFT]);

  expect(text('h1')).toBe('Drafts and summaries');
  expect(TestBed.inject(Title).getTitle()).toBe('Drafts and summaries · Docket');
  expect(text('header .docket-secondary')).toBe('28 Oct 2026 to 26 Nov 2026 · drafts · written');
  expect(text('tbody .ticket > *, tbody td:not(.ticket)')).toBe(
    '#4711 | Charged twice | Draft | Not sent | 26 Nov 2026, 23:30',
  );
  expect(link('#4711')?.getAttribute('href')).toBe('/tickets/4711');
  expect(link('AI quality')?.getAttribute('href')).toBe('/quality');
});

it.each([
  [DRAFT, 'Not sent'],
  [SENT, 'Sent'],
  [{ ...SENT, edit_distance: 0 }, 'Sent | as drafted'],
  [{ ...SENT, edit_distance: 1 }, 'Sent | 1 word changed'],
  [{ ...SENT, edit_distance: 1200 }, 'Sent | 1,200 words changed'],
  [{ ...DRAFT, kind: 'summary' }, 'Written'],
  [{ ...DRAFT, outcome: 'timeout' }, 'No text | timed out'],
  [{ ...DRAFT, outcome: 'unverified' }, 'No text | quotes not found'],
  [{ ...DRAFT, kind: 'summary', outcome: 'stopped' }, 'No text | not waited for'],
] as const)('says what became of a text', async (row, words) => {
  const { respond, text } = await openCases('list=texts');
  await respond(await requested(''), [row]);

  expect(text('tbody td span')).toBe(words);
});

it('goes to older ones by the URL, and back to the newest', async () => {
  const { respond, link } = await openCases(`list=texts&${FIGURE}`);
  await respond(await requested(FIGURE), [DRAFT], '</api/texts?cursor=two>; rel="next"');

  link('Older')?.click();
  await respond(await requested(`${FIGURE}&cursor=two`), []);

  expect(TestBed.inject(Router).url).toBe(`/quality/suggestions?list=texts&${FIGURE}&cursor=two`);

  link('Newest')?.click();
  await respond(await requested(FIGURE), [DRAFT]);
  expect(TestBed.inject(Router).url).toBe(`/quality/suggestions?list=texts&${FIGURE}`);
});

it('says that none matches, and that they could not be loaded', async () => {
  const { fail, press, respond, text } = await openCases('list=texts&result=sent');
  await fail(await requested('result=sent'), 503);
  expect(text('docket-error-state')).toContain('The drafts and summaries could not be loaded');

  press('Try again');
  await respond(await requested('result=sent'), []);
  expect(text('docket-empty-state h2')).toBe('Nothing found');
});

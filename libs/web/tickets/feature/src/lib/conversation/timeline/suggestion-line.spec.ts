import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { TimelineActor } from '@docket/web/conversation/data';
import type { RecordedSuggestion } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { FILED, become, openConversation, timelineTexts } from '../../../testing/conversation';
import { requested, verifyRequests } from '../../../testing/tickets-page';

afterEach(verifyRequests);

const URL = '/api/suggestions?ticket_id=8&limit=1';
const ANA: TimelineActor = { kind: 'human', id: 3, name: 'Ana Ruiz', verified: true };
const BEN: TimelineActor = { kind: 'human', id: 4, name: 'Ben Okafor', verified: true };
const LOCAL: TimelineActor = { kind: 'local', verified: true };

const SUGGESTED: RecordedSuggestion = {
  id: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2',
  asked_at: '2026-03-12T14:04:00.000Z',
  ticket_id: 8,
  team_id: null,
  surface: 'form',
  provider: 'gemini',
  field: 'category',
  model: 'gemini-3.5-flash-lite',
  prompt_version: 2,
  outcome: 'answered',
  role: 'shown',
  suggested: 'billing',
  confidence: null,
  shown_at: '2026-03-12T14:04:01.000Z',
  choice: 'overridden',
  chosen: 'account',
  chosen_at: '2026-03-12T14:05:00.000Z',
  final: null,
  final_at: null,
  latency_ms: 900,
  cost_micros: null,
};

/** Opens a ticket filed by this actor, as Ana, who may read suggestions. */
async function open(actor: TimelineActor = ANA): Promise<void> {
  await openConversation({ entries: [{ ...FILED, actor }] });
  await become(['tickets:read', 'tickets:write', 'stats:read']);
}

function line(): string | undefined {
  return document.querySelector('docket-suggestion-line')?.textContent.replace(/\s+/g, ' ').trim();
}

/** Waits until the page shows the last response, which needs no time. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
}

it.each<[string, Partial<RecordedSuggestion>, TimelineActor, string]>([
  ['you chose', {}, ANA, 'Gemini suggested billing · you chose account'],
  ['another person chose', {}, BEN, 'Gemini suggested billing · Ben Okafor chose account'],
  ['it is not known who chose', {}, LOCAL, 'Gemini suggested billing · account was chosen'],
  ['it was kept', { choice: 'accepted', chosen: 'billing' }, ANA, 'Gemini suggested billing · it was kept'],
  [
    'it came too late',
    { role: 'unseen', choice: 'unseen' },
    ANA,
    'Gemini suggested billing, unseen · you chose account',
  ],
  [
    'it was hidden, and the ticket has its final category',
    { role: 'blind', choice: 'unseen', final: 'account', final_at: '2026-03-13T14:05:00.000Z' },
    ANA,
    'Gemini suggested billing, hidden to measure it · you chose account',
  ],
])('says what was suggested and what became of it: %s', async (_, recorded, actor, text) => {
  await open(actor);

  (await requested(URL)).flush([{ ...SUGGESTED, ...recorded }]);

  await eventually(() => expect(line()).toBe(text));
});

it.each([
  ['words', 'The words of the ticket suggested billing · you chose account'],
  ['learned', 'This desk’s own model suggested billing · you chose account'],
])('names who suggested if Gemini had no answer: %s', async (model, text) => {
  await open();
  (await requested(URL)).flush([{ ...SUGGESTED, outcome: 'timeout', suggested: null, choice: null }]);

  (await requested(`${URL}&provider=local`)).flush([{ ...SUGGESTED, provider: 'local', outcome: 'timeout', model }]);

  await eventually(() => expect(line()).toBe(text));
});

it('names Gemini for a ticket from the time of the key', async () => {
  await open();
  (await requested(URL)).flush([{ ...SUGGESTED, provider: 'local', suggested: 'general' }]);

  (await requested(`${URL}&provider=gemini`)).flush([SUGGESTED]);

  await eventually(() => expect(line()).toBe('Gemini suggested billing · you chose account'));
});

it.each<[string, Partial<RecordedSuggestion>[]]>([
  ['nobody asked for a suggestion', []],
  ['the words said only a priority', [{ provider: 'local', outcome: 'not_configured', suggested: null, choice: null }]],
  ['it was hidden, and the category is not final', [{ role: 'blind', choice: 'unseen' }]],
])('says nothing if %s', async (_, recorded) => {
  await open();

  (await requested(URL)).flush(recorded.map((each) => ({ ...SUGGESTED, ...each })));

  await settle();
  expect(line()).toBe('');
});

it('says nothing if the suggestion could not be loaded, and the rest of the timeline stays', async () => {
  await open();

  (await requested(URL)).flush({}, { status: 503, statusText: 'Unavailable' });

  await settle();
  expect(line()).toBe('');
  expect(timelineTexts().join()).toContain('Ana Ruiz');
});

it('asks nothing for a person who may not read suggestions, until they may', async () => {
  await openConversation(); // Ana, without the permission
  await import('./suggestion-line'); // loaded in advance, so that the page would show it immediately

  await settle();
  TestBed.inject(HttpTestingController).expectNone(({ url }) => url.startsWith('/api/suggestions'));
  expect(document.querySelector('docket-suggestion-line')).toBeNull();

  await become(['tickets:read', 'tickets:write', 'stats:read']);
  await settle();
  TestBed.inject(HttpTestingController).expectOne(URL).flush([SUGGESTED]);
});

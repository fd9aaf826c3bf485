import { TestBed } from '@angular/core/testing';
import {
  type Hiding,
  type Suggestion,
  type SuggestionAnswer,
  SuggestionsApi,
  type TicketText,
} from '@docket/web/tickets/data';
import { Subject } from 'rxjs';
import { PropertySuggester, TYPING_PAUSE_MS } from './property-suggester';

const CRITICAL: Suggestion = { category: 'technical', priority: 'critical' };

const answer = (suggestion?: Suggestion, isBlind = false): SuggestionAnswer => ({
  id: 'an id',
  isBlind,
  isUndecided: false,
  isOff: false,
  suggestion,
});

/** A fake API that keeps each request with its pending response. */
class PendingSuggestions {
  readonly requests: { text: TicketText; hiding: Hiding; response: Subject<SuggestionAnswer> }[] = [];

  fetchSuggestion(text: TicketText, hiding: Hiding): Subject<SuggestionAnswer> {
    const response = new Subject<SuggestionAnswer>();
    this.requests.push({ text, hiding, response });
    return response;
  }
}

function openSuggester() {
  const api = new PendingSuggestions();
  TestBed.configureTestingModule({ providers: [PropertySuggester, { provide: SuggestionsApi, useValue: api }] });
  const suggester = TestBed.inject(PropertySuggester);
  const suggestions: Suggestion[] = [];
  suggester.suggestions.subscribe((suggestion) => suggestions.push(suggestion));
  return { suggester, suggestions, requests: api.requests };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('requests a suggestion after a pause', () => {
  const { suggester, requests } = openSuggester();

  suggester.setText({ description: 'Checkout is down for eve' });
  jest.advanceTimersByTime(TYPING_PAUSE_MS - 1);
  suggester.setText({ description: 'Checkout is down for everyone' });
  jest.advanceTimersByTime(TYPING_PAUSE_MS - 1);
  expect(requests).toEqual([]);
  jest.advanceTimersByTime(1);

  expect(requests.map(({ text }) => text)).toEqual([{ description: 'Checkout is down for everyone' }]);
  expect(suggester.isPending()).toBe(true);
});

it('requests a suggestion for 20 emoji', () => {
  const { suggester, requests } = openSuggester();

  suggester.setText({ description: '🔥'.repeat(20) });
  suggester.requestNow();

  expect(requests).toHaveLength(1);
});

it('requests each text only once', () => {
  const { suggester, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();
  requests[0]!.response.next(answer(CRITICAL));

  suggester.requestNow();
  suggester.setText({ description: 'Checkout is down for everyone' });
  jest.advanceTimersByTime(TYPING_PAUSE_MS);

  expect(requests).toHaveLength(1);
});

it('aborts the request when the text changes', () => {
  const { suggester, suggestions, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();

  suggester.setText({ description: 'Checkout is slow for everyone' });

  expect(requests[0]!.response.observed).toBe(false);
  expect(suggester.isPending()).toBe(false);
  expect(suggestions).toEqual([]);
});

it('requests a text again if its response was dropped', () => {
  const { suggester, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();
  suggester.setText({ description: 'Checkout is down for everyone!' });

  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();

  expect(requests).toHaveLength(2);
});

it('passes on the suggestion of the model', () => {
  const { suggester, suggestions, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();

  requests[0]!.response.next(answer(CRITICAL));

  expect(suggestions).toEqual([CRITICAL]);
  expect(suggester.isUnavailable()).toBe(false);
});

it('reports a fallback as unavailable, and does not pass it on', () => {
  const { suggester, suggestions, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();

  requests[0]!.response.next(answer());

  expect(suggestions).toEqual([]);
  expect(suggester.isUnavailable()).toBe(true);
  expect(suggester.isPending()).toBe(false);
});

it('treats a failed request like a fallback, and recovers', () => {
  const { suggester, suggestions, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();
  requests[0]!.response.error(new Error('network'));
  expect(suggester.isUnavailable()).toBe(true);

  suggester.setText({ description: 'Checkout is down for everyone, worldwide' });
  suggester.requestNow();
  requests[1]!.response.next(answer(CRITICAL));

  expect(suggester.isUnavailable()).toBe(false);
  expect(suggestions).toEqual([CRITICAL]);
});

it('sends no request after its page is destroyed', () => {
  const { suggester, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });

  TestBed.resetTestingModule();
  jest.advanceTimersByTime(TYPING_PAUSE_MS);

  expect(requests).toEqual([]);
});

it('keeps a suggestion to itself if the user is to choose alone, and all later ones for the ticket', () => {
  const { suggester, suggestions, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();
  requests[0]!.response.next(answer(CRITICAL, true));
  suggester.setText({ description: 'Checkout is down for everyone since 13:40' });
  suggester.requestNow();
  requests[1]!.response.next(answer(CRITICAL, true));

  expect(suggester.isBlind()).toBe(true);
  expect(suggestions).toEqual([]);
  expect(requests.map(({ hiding }) => hiding)).toEqual(['share', 'hide']);
  expect(suggester.toReport()).toEqual({ suggestion_id: 'an id' });
});

it('asks to hide nothing after a suggestion was shown', () => {
  const { suggester, requests } = openSuggester();
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();
  requests[0]!.response.next(answer(CRITICAL));
  suggester.markShown();
  suggester.setText({ description: 'Checkout is down for everyone since 13:40' });
  suggester.requestNow();

  expect(requests[1]!.hiding).toBe('show');
});

it('reports which suggestion was shown, and when', () => {
  jest.setSystemTime(new Date('2026-11-22T13:40:00Z'));
  const { suggester, requests } = openSuggester();
  expect(suggester.toReport()).toEqual({});
  suggester.setText({ description: 'Checkout is down for everyone' });
  suggester.requestNow();
  requests[0]!.response.next(answer(CRITICAL));
  expect(suggester.toReport()).toEqual({ suggestion_id: 'an id' });

  suggester.markShown();
  expect(suggester.toReport()).toEqual({ suggestion_id: 'an id', suggestion_shown: '2026-11-22T13:40:00.000Z' });

  suggester.reset();
  expect(suggester.toReport()).toEqual({});
});

import { TestBed } from '@angular/core/testing';
import { type Suggestion, SuggestionsApi, type TicketText } from '@docket/web/tickets/data';
import { Subject } from 'rxjs';
import { LabelSuggester, TYPING_PAUSE } from './label-suggester';

const CRITICAL: Suggestion = { suggested_category: 'technical', suggested_priority: 'critical', used_fallback: false };
const FALLBACK: Suggestion = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  used_fallback: true,
  fallback_reason: 'timeout',
};

/** The API as a test sees it: every question with the answer it waits for. */
class PendingSuggestions {
  readonly questions: { text: TicketText; answer: Subject<Suggestion> }[] = [];

  suggest(text: TicketText): Subject<Suggestion> {
    const answer = new Subject<Suggestion>();
    this.questions.push({ text, answer });
    return answer;
  }
}

function openSuggester() {
  const api = new PendingSuggestions();
  TestBed.configureTestingModule({ providers: [LabelSuggester, { provide: SuggestionsApi, useValue: api }] });
  const suggester = TestBed.inject(LabelSuggester);
  const suggestions: Suggestion[] = [];
  suggester.suggestions.subscribe((suggestion) => suggestions.push(suggestion));
  return { suggester, suggestions, questions: api.questions };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('asks once the user pauses', () => {
  const { suggester, questions } = openSuggester();

  suggester.follow({ description: 'Checkout is down for eve' });
  jest.advanceTimersByTime(TYPING_PAUSE - 1);
  suggester.follow({ description: 'Checkout is down for everyone' });
  jest.advanceTimersByTime(TYPING_PAUSE - 1);
  expect(questions).toEqual([]);
  jest.advanceTimersByTime(1);

  expect(questions.map(({ text }) => text)).toEqual([{ description: 'Checkout is down for everyone' }]);
  expect(suggester.isAsking()).toBe(true);
});

it.each(['Checkout is down', '                                 ', '🔥'.repeat(19)])(
  'does not ask about %p',
  (description) => {
    const { suggester, questions } = openSuggester();

    suggester.follow({ description });
    suggester.askNow();

    expect(questions).toEqual([]);
  },
);

it('asks about 20 emoji', () => {
  const { suggester, questions } = openSuggester();

  suggester.follow({ description: '🔥'.repeat(20) });
  suggester.askNow();

  expect(questions).toHaveLength(1);
});

it('asks about a text once only', () => {
  const { suggester, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();
  questions[0]!.answer.next(CRITICAL);

  suggester.askNow();
  suggester.follow({ description: 'Checkout is down for everyone' });
  jest.advanceTimersByTime(TYPING_PAUSE);

  expect(questions).toHaveLength(1);
});

it('aborts and drops the answer to a text that has changed since', () => {
  const { suggester, suggestions, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();

  suggester.follow({ description: 'Checkout is slow for everyone' });

  expect(questions[0]!.answer.observed).toBe(false);
  expect(suggester.isAsking()).toBe(false);
  expect(suggestions).toEqual([]);
});

it('asks again about a text whose answer was dropped', () => {
  const { suggester, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();
  suggester.follow({ description: 'Checkout is down for everyone!' });

  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();

  expect(questions).toHaveLength(2);
});

it('hands on what the model suggests', () => {
  const { suggester, suggestions, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();

  questions[0]!.answer.next(CRITICAL);

  expect(suggestions).toEqual([CRITICAL]);
  expect(suggester.isUnavailable()).toBe(false);
});

it('says that suggestions are unavailable, and suggests nothing, on a fallback', () => {
  const { suggester, suggestions, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();

  questions[0]!.answer.next(FALLBACK);

  expect(suggestions).toEqual([]);
  expect(suggester.isUnavailable()).toBe(true);
  expect(suggester.isAsking()).toBe(false);
});

it('treats an API that cannot be reached like a fallback, and recovers', () => {
  const { suggester, suggestions, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });
  suggester.askNow();
  questions[0]!.answer.error(new Error('network'));
  expect(suggester.isUnavailable()).toBe(true);

  suggester.follow({ description: 'Checkout is down for everyone, worldwide' });
  suggester.askNow();
  questions[1]!.answer.next(CRITICAL);

  expect(suggester.isUnavailable()).toBe(false);
  expect(suggestions).toEqual([CRITICAL]);
});

it('asks nothing any more once its page is gone', () => {
  const { suggester, questions } = openSuggester();
  suggester.follow({ description: 'Checkout is down for everyone' });

  TestBed.resetTestingModule();
  jest.advanceTimersByTime(TYPING_PAUSE);

  expect(questions).toEqual([]);
});

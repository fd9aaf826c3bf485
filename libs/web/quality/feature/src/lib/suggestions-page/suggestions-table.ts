import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Suggestion } from '@docket/web/quality/data';
import { DISPLAY_LOCALE } from '@docket/web/ui';
import { labelText } from '../confusion/confusion-matrix';
import { FALLBACK_TEXTS } from '../fallbacks/fallback-texts';
import { duration } from '../groups/groups';

const time = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC', // as the days of the filter
});

const CHOICE_TEXTS = {
  accepted: 'kept',
  overridden: 'changed',
  unseen: 'not seen before',
  abandoned: 'no ticket reported',
} as const satisfies Record<NonNullable<Suggestion['choice']>, string>;

/** A table of suggestions. Each row shows the ticket, the suggested value, and the value that a person chose. */
@Component({
  selector: 'docket-suggestions-table',
  imports: [RouterLink],
  templateUrl: './suggestions-table.html',
  styleUrl: '../cases/cases-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionsTable {
  readonly suggestions = input.required<readonly Suggestion[]>();
  /** Titles of tickets by their ids, as far as they are known. */
  readonly titles = input<ReadonlyMap<number, string>>();
  /** Whether to show how long each request waited for the language model. */
  readonly showsWait = input(false);

  protected suggested({ field, suggested }: Suggestion): string {
    return suggested === null ? 'Nothing' : labelText(field, suggested);
  }

  protected decided({ field, chosen }: Suggestion): string {
    return chosen === null ? 'Nothing' : labelText(field, chosen);
  }

  /** Why the language model gave no suggestion; empty if it did. */
  protected fallback({ outcome }: Suggestion): string {
    return outcome === 'answered' ? '' : FALLBACK_TEXTS[outcome].toLowerCase();
  }

  protected wait({ latency_ms }: Suggestion): string {
    return duration(latency_ms);
  }

  /** What became of the suggestion; empty if nobody decided yet. */
  protected choice({ choice, role, chosen, suggested }: Suggestion): string {
    if (choice === 'unseen' && role === 'blind')
      return chosen === suggested ? 'hidden, chose the same' : 'hidden, chose differently';
    return choice === null ? '' : CHOICE_TEXTS[choice];
  }

  protected isDifferent({ chosen, suggested }: Suggestion): boolean {
    return chosen !== null && suggested !== null && chosen !== suggested;
  }

  protected timeOf({ asked_at }: Suggestion): string {
    return time.format(new Date(asked_at));
  }
}

import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WrittenText } from '@docket/web/quality/data';
import { DISPLAY_LOCALE, NumberPipe } from '@docket/web/ui';
import { FALLBACK_TEXTS } from '../fallbacks/fallback-texts';

const time = new Intl.DateTimeFormat(DISPLAY_LOCALE, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC', // as the days of the filter
});

/** Why there is no text, in words. */
const REASON_TEXTS = { ...FALLBACK_TEXTS, unverified: 'Quotes not found', stopped: 'Not waited for' } as const;

/** A table of requests for summaries and drafts. Each row shows the ticket, and what became of the text. */
@Component({
  selector: 'docket-texts-table',
  imports: [RouterLink],
  templateUrl: './texts-table.html',
  styleUrl: '../cases/cases-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextsTable {
  readonly texts = input.required<readonly WrittenText[]>();
  /** Titles of tickets by their ids, as far as they are known. */
  readonly titles = input<ReadonlyMap<number, string>>();

  protected result({ kind, outcome, sent_at: sentAt }: WrittenText): string {
    if (outcome !== 'written') return 'No text';
    if (kind === 'summary') return 'Written';
    return sentAt === null ? 'Not sent' : 'Sent';
  }

  /** Why there is no text, or how much the reply differs from it; empty if nobody knows. */
  protected detail({ outcome, edit_distance: words }: WrittenText): string {
    if (outcome !== 'written') return REASON_TEXTS[outcome].toLowerCase();
    if (words === null) return '';
    if (words === 0) return 'as drafted';
    return `${new NumberPipe().transform(words)} ${words === 1 ? 'word' : 'words'} changed`;
  }

  protected timeOf({ asked_at }: WrittenText): string {
    return time.format(new Date(asked_at));
  }
}

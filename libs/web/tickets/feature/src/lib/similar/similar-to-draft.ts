import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { SimilarApi, type SimilarText, type SimilarTicket } from '@docket/web/tickets/data';
import { Icon } from '@docket/web/ui';
import { type Observable, catchError, debounceTime, distinctUntilChanged, map, of, startWith, switchMap } from 'rxjs';
import { TicketDraft } from '../new-ticket-page/ticket-draft';
import { SimilarList } from './similar-list';

/** Pause in typing before the request, in ms. */
const SIMILAR_PAUSE_MS = 600;

const NONE: readonly SimilarTicket[] = [];

/**
 * Tickets similar to the text of a draft, because the problem may be filed already. Empty without similar tickets, or if the request fails.
 * The last tickets stay until new ones have loaded, so that nothing moves during typing.
 */
@Component({
  selector: 'docket-similar-to-draft',
  imports: [Icon, MatIconButton, SimilarList],
  templateUrl: './similar-to-draft.html',
  styleUrl: './similar-to-draft.scss',
  host: { '(focusin)': 'rememberOrigin($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SimilarToDraft {
  private readonly api = inject(SimilarApi);
  private readonly document = inject(DOCUMENT);
  private readonly draft = inject(TicketDraft);
  private readonly isClosed = signal(false);
  /** Had the focus before the tickets. */
  private origin?: HTMLElement;
  private readonly found = toSignal(this.similarTickets(), { initialValue: { tickets: NONE, at: 0 } });
  protected readonly tickets = computed(() => (this.isClosed() ? NONE : this.found().tickets));
  /** Time of loading. Ages do not change while the tickets are read. */
  protected readonly now = computed(() => this.found().at);

  /** Hides the tickets for this draft, and returns to the field that had the focus. */
  protected close(): void {
    this.isClosed.set(true);
    (this.origin ?? this.document.getElementById('ticket-description'))?.focus();
  }

  protected rememberOrigin({ currentTarget, relatedTarget }: FocusEvent): void {
    const isOutside = relatedTarget instanceof HTMLElement && !(currentTarget as Node).contains(relatedTarget);
    if (isOutside) this.origin = relatedTarget;
  }

  /** Text of the draft, with the requester, whose tickets come first. */
  private textOfDraft(): SimilarText | undefined {
    const text = this.draft.toText();
    const email = this.draft.requesterEmail();
    return text && { ...text, ...(email !== undefined && { requester_email: email }) };
  }

  private similarTickets(): Observable<{ readonly tickets: readonly SimilarTicket[]; readonly at: number }> {
    return this.draft.form.valueChanges.pipe(
      startWith(undefined), // for a restored draft
      debounceTime(SIMILAR_PAUSE_MS),
      map(() => (this.isClosed() ? undefined : this.textOfDraft())),
      distinctUntilChanged(isSameText),
      switchMap((text) => (text ? this.api.fetchSimilarTo(text).pipe(catchError(() => of(NONE))) : of(NONE))),
      map((tickets) => ({ tickets, at: Date.now() })),
    );
  }
}

function isSameText(one: SimilarText | undefined, other: SimilarText | undefined): boolean {
  return (
    one?.title === other?.title &&
    one?.description === other?.description &&
    one?.requester_email === other?.requester_email
  );
}

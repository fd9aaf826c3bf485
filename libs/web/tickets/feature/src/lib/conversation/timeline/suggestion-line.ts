import { LowerCasePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { TicketCategory } from '@docket/domain';
import type { TimelineActor } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { type RecordedSuggestion, SuggestionsApi } from '@docket/web/tickets/data';
import { PropertyValuePipe } from '@docket/web/tickets/ui';
import { Icon } from '@docket/web/ui';
import { catchError, of, startWith, switchMap } from 'rxjs';
import { actorName } from './actor-name';

/** The suggestion when the ticket was filed: "Gemini suggested billing · you chose account". Empty without a suggestion. */
@Component({
  selector: 'docket-suggestion-line',
  imports: [Icon, LowerCasePipe, PropertyValuePipe],
  templateUrl: './suggestion-line.html',
  styleUrls: ['./timeline-changes.scss', './suggestion-line.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestionLine {
  private readonly api = inject(SuggestionsApi);
  private readonly session = inject(Session);
  readonly ticketId = input.required<number>();
  /** Person or program that filed the ticket; undefined if unknown. */
  readonly filer = input<TimelineActor>();

  private readonly recorded = toSignal(
    toObservable(this.ticketId).pipe(
      switchMap((id) =>
        this.api.fetchRecorded(id).pipe(
          catchError(() => of(undefined)), // the line is optional
          startWith(undefined),
        ),
      ),
    ),
  );
  protected readonly suggestion = computed(() => {
    const recorded = this.recorded();
    if (!recorded?.suggested || !recorded.chosen || isStillHidden(recorded)) return undefined;
    return {
      by: suggesterOf(recorded),
      category: recorded.suggested as TicketCategory,
      chosen: recorded.chosen as TicketCategory,
      isKept: recorded.choice === 'accepted',
      role: recorded.role,
    };
  });
  /** "you" or a name. */
  protected readonly filerName = computed(() => {
    const [filer, isOpen] = [this.filer(), this.session.isOpen()];
    if (!filer || (filer.kind === 'local' && !isOpen)) return undefined;
    const isUser = filer.kind === 'local' || (filer.kind === 'human' && filer.id === this.session.user()?.id);
    return isUser ? 'you' : actorName(filer, isOpen);
  });
}

/** Whether a hidden suggestion has to stay hidden, because the ticket has no final category yet that it could influence. */
function isStillHidden({ role, final_at: finalAt }: RecordedSuggestion): boolean {
  return role === 'blind' && finalAt === null;
}

function suggesterOf({ provider, model }: RecordedSuggestion): string {
  if (provider === 'gemini') return 'Gemini';
  return model === 'learned' ? 'This desk’s own model' : 'The words of the ticket';
}

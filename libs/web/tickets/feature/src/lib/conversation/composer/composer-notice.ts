import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type SendingState, type TimelineEntry, isMessage } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { DISPLAY_LOCALE, Icon, ProblemReason } from '@docket/web/ui';
import { CONVERSATION_ICONS } from '../conversation-icons';
import { changeNews } from '../timeline/change-news';

/** The state of sending, or the placeholders of the model's draft that stop the message. */
export type ComposerState =
  | SendingState
  | { readonly kind: 'masked'; readonly masks: readonly string[] }
  | { readonly kind: 'newer'; readonly entries: readonly TimelineEntry[]; readonly whileWriting: true };

/** Reports why a message was not sent, and offers the next steps. */
@Component({
  selector: 'docket-composer-notice',
  imports: [Icon, MatButton, ProblemReason],
  templateUrl: './composer-notice.html',
  styleUrl: './composer-notice.scss',
  host: { '[attr.role]': "isQuiet() ? null : 'alert'", '[class]': 'state().kind' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComposerNotice {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly session = inject(Session);
  readonly state = input.required<ComposerState>();
  /** Shows the newer replies, or the first placeholder. */
  readonly show = output();
  /** Sends the message nevertheless. */
  readonly sendAnyway = output();
  readonly retry = output();
  /** Replies that arrive while the person writes are announced once they pause (Arrivals). An alert would interrupt them. */
  protected readonly isQuiet = computed(() => 'whileWriting' in this.state());
  private readonly entries = computed(() => {
    const state = this.state();
    return state.kind === 'newer' ? state.entries : [];
  });
  protected readonly replyCount = computed(() => this.entries().filter(isMessage).length);
  /** Changes that others have made in the meantime. */
  protected readonly changes = computed(() => changeNews(this.entries().toReversed(), this.session.isOpen()));
  /** "[email] and [phone]" */
  protected readonly masks = computed(() => {
    const state = this.state();
    return state.kind === 'masked' ? new Intl.ListFormat(DISPLAY_LOCALE).format(state.masks) : '';
  });
  protected readonly icons = CONVERSATION_ICONS;

  /** Focuses the first button. */
  focus(): void {
    this.element.querySelector('button')?.focus();
  }
}

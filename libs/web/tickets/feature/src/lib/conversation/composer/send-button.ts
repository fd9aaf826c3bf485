import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session } from '@docket/web/people/data';
import { Icon, LazyMenu } from '@docket/web/ui';
import { LastSendChoice, SEND_TEXTS, type SendChoice } from './send-choice';
import { SendMenu } from './send-menu';

/** Sends a reply the way the person sent the last one, or another way from its menu. The menu loads when it is first opened. */
@Component({
  selector: 'docket-send-button',
  imports: [Icon, MatButton, SendMenu],
  templateUrl: './send-button.html',
  styleUrl: './send-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendButton {
  private readonly session = inject(Session);
  private readonly last = inject(LastSendChoice);
  readonly isSending = input(false);
  /** Whether nothing can be sent: there is no text, or something must be read first. */
  readonly isDisabled = input(false);
  readonly send = output<SendChoice>();
  readonly choice = linkedSignal({ source: this.session.user, computation: () => this.last.recall() });
  protected readonly texts = SEND_TEXTS;
  protected readonly menu = new LazyMenu();

  /** A choice from the menu sends at once, if there is something to send. */
  protected choose(choice: SendChoice): void {
    this.choice.set(choice);
    this.last.remember(choice);
    if (!this.isDisabled() && !this.isSending()) this.send.emit(choice);
  }
}

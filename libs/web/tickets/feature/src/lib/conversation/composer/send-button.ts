import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Session } from '@docket/web/people/data';
import { Icon, LazyMenu, LazyMenuFailure } from '@docket/web/ui';
import { LastSendChoice, SEND_TEXTS, type SendChoice } from './send-choice';
import { SendMenu } from './send-menu';

/** Sends a reply like the person's last one, or in another way from its menu, which loads when first opened. */
@Component({
  selector: 'docket-send-button',
  imports: [Icon, LazyMenuFailure, MatButton, SendMenu],
  templateUrl: './send-button.html',
  styleUrl: './send-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendButton {
  private readonly session = inject(Session);
  private readonly last = inject(LastSendChoice);
  readonly isSending = input(false);
  /** Whether sending is disabled: there is no text, or newer replies have to be read first. */
  readonly isDisabled = input(false);
  readonly send = output<SendChoice>();
  readonly choice = linkedSignal({ source: this.session.user, computation: () => this.last.recall() });
  protected readonly texts = SEND_TEXTS;
  protected readonly menu = new LazyMenu();

  /** Remembers a choice from the menu and sends, unless sending is disabled. */
  protected choose(choice: SendChoice): void {
    this.choice.set(choice);
    this.last.remember(choice);
    if (!this.isDisabled() && !this.isSending()) this.send.emit(choice);
  }
}

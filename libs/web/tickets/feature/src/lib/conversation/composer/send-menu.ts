import { ChangeDetectionStrategy, Component, input, model, output, viewChildren } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '@docket/web/ui';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import { StatusBadge } from '@docket/web/tickets/ui';
import { CONVERSATION_ICONS } from '../conversation-icons';
import { SEND_CHOICES, SEND_TEXTS, type SendChoice } from './send-choice';

/** Letter that focuses a choice: all labels start with "Send". It is not underlined, because an underlined letter would send at once. */
const LETTERS: Readonly<Record<SendChoice, string>> = {
  resolved: 'r',
  in_progress: 'p',
  closed: 'c',
  unchanged: 's',
};

/** Menu of the ways to send a reply. Opens over the button next to it. */
@Component({
  selector: 'docket-send-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, StatusBadge],
  templateUrl: './send-menu.html',
  styleUrl: './send-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendMenu {
  /** The choice that Ctrl+Enter uses. */
  readonly choice = input.required<SendChoice>();
  readonly isOpen = model(false);
  readonly choiceChange = output<SendChoice>();
  protected readonly choices = SEND_CHOICES;
  private readonly items = viewChildren(MatMenuItem);
  protected readonly texts = SEND_TEXTS;
  protected readonly icons = CONVERSATION_ICONS;
  protected readonly isMac = /Mac|iP/.test(navigator.platform);

  /** Focuses a choice by its letter. Only Enter, Space or a click sends. */
  protected focusByLetter(event: KeyboardEvent): void {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = SEND_CHOICES.findIndex((choice) => LETTERS[choice] === event.key.toLowerCase());
    this.items()[index]?.focus('keyboard');
    if (event.key !== ' ') event.stopPropagation(); // Material's menu would search for labels with this prefix
  }
}

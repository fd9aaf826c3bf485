import { ChangeDetectionStrategy, Component, input, model, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '@docket/web/ui';
import { MenuAnchor } from '@docket/web/ui/menu-anchor';
import { StatusBadge } from '@docket/web/tickets/ui';
import { CONVERSATION_ICONS } from '../conversation-icons';
import { SEND_CHOICES, SEND_TEXTS, type SendChoice } from './send-choice';

/** The ways to send a reply. The menu opens over the button next to it. */
@Component({
  selector: 'docket-send-menu',
  imports: [Icon, MatMenu, MatMenuItem, MatMenuTrigger, MenuAnchor, StatusBadge],
  templateUrl: './send-menu.html',
  styleUrl: './send-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SendMenu {
  /** The way that Ctrl+Enter uses. */
  readonly choice = input.required<SendChoice>();
  readonly isOpen = model(false);
  readonly choiceChange = output<SendChoice>();
  protected readonly choices = SEND_CHOICES;
  protected readonly texts = SEND_TEXTS;
  protected readonly icons = CONVERSATION_ICONS;
  protected readonly isMac = /Mac|iP/.test(navigator.platform);
}

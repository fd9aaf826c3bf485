import { Injectable, inject } from '@angular/core';
import { oneOf } from '@docket/domain';
import { Session } from '@docket/web/people/data';

/** Changes of the ticket's status when a reply is sent. */
export const SEND_CHOICES = ['resolved', 'in_progress', 'closed', 'unchanged'] as const;
export type SendChoice = (typeof SEND_CHOICES)[number];

/** Labels of the choices, on the button and in its menu. */
export const SEND_TEXTS: Readonly<Record<SendChoice, string>> = {
  resolved: 'Send and resolve',
  in_progress: 'Send and set in progress',
  closed: 'Send and close',
  unchanged: 'Send',
};

const STATUS_TEXTS: Readonly<Record<SendChoice, string>> = {
  resolved: ', ticket resolved',
  in_progress: ', ticket in progress',
  closed: ', ticket closed',
  unchanged: '',
};

/** Announcement for screen readers after a reply was sent. Without a requester, the reply has no receiver. */
export function sentText(choice: SendChoice, hasRequester: boolean): string {
  const status = STATUS_TEXTS[choice];
  return hasRequester ? `Reply sent${status}` : `Reply added${status}. It goes to nobody: the ticket has no requester`;
}

const KEY = 'docket.send.';

/** Remembers the last choice of each person on this device. */
@Injectable({ providedIn: 'root' })
export class LastSendChoice {
  private readonly session = inject(Session);

  recall(): SendChoice {
    try {
      return oneOf(SEND_CHOICES, localStorage.getItem(this.key())) ?? 'resolved';
    } catch {
      return 'resolved';
    }
  }

  remember(choice: SendChoice): void {
    try {
      localStorage.setItem(this.key(), choice);
    } catch {
      // Without storage, the choice lasts until the ticket is closed.
    }
  }

  private key(): string {
    return `${KEY}${this.session.user()?.id ?? 'open'}`;
  }
}

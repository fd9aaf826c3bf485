import { Injectable, inject } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { DraftMarks } from './draft-marks';
import { MESSAGE_TEXTS_KEY, Session, forgetMessages } from '@docket/web/people/data';

/** An unsent message as this device keeps it. */
export interface DeviceText {
  readonly text: string;
  /** Whether the server has it too. */
  readonly isSaved: boolean;
  /** The key of an attempt to send it. It may have succeeded without a response. */
  readonly clientKey?: string;
}

/**
 * Keeps unsent messages in this browser, for each person, until the server has them. A sign-out removes them. Keeps nothing until
 * it is known who uses the browser.
 */
@Injectable({ providedIn: 'root' })
export class DeviceTexts {
  private readonly session = inject(Session);
  private readonly marks = inject(DraftMarks);

  /** Whether it is known who uses the browser, and they have not left it. */
  isReady(): boolean {
    return this.session.isKnown() && !this.session.keepsNothing();
  }

  find(ticketId: number, visibility: MessageVisibility): DeviceText | undefined {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.key(ticketId, visibility)) ?? '');
      const isText = typeof found === 'object' && found !== null && 'text' in found && typeof found.text === 'string';
      return isText ? (found as DeviceText) : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * @param text undefined to forget it
   * @returns whether the device keeps it
   */
  store(ticketId: number, visibility: MessageVisibility, text: DeviceText | undefined): boolean {
    if (!this.isReady()) return false;
    try {
      const key = this.key(ticketId, visibility);
      if (text) localStorage.setItem(key, JSON.stringify(text));
      else localStorage.removeItem(key);
      return text !== undefined;
    } catch {
      return false; // no storage, or a text that does not fit
    }
  }

  /** Notes whether there is an unsent text, wherever it is kept. */
  mark(ticketId: number, visibility: MessageVisibility, hasText: boolean): void {
    this.marks.set(ticketId, visibility, hasText);
  }

  /** Removes the texts of everybody else. Call when it is known who uses the browser. */
  forgetOthers(): void {
    try {
      forgetMessages(this.person());
    } catch {
      // Without storage, there is nothing to remove.
    }
  }

  private key(ticketId: number, visibility: MessageVisibility): string {
    return `${MESSAGE_TEXTS_KEY}${this.person()}.${ticketId}.${visibility}`;
  }

  private person(): number | 'open' {
    return this.session.user()?.id ?? 'open';
  }
}

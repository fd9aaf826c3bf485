import { Injectable, inject } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { DraftMarks } from './draft-marks';
import { MESSAGE_TEXTS_KEY, Session, forgetMessages } from '@docket/web/people/data';

/** An unsent message as stored on this device. */
export interface DeviceText {
  readonly text: string;
  /** Whether the server has stored it, too. */
  readonly isSaved: boolean;
  /** Whether the server may have another text that this one lacks. */
  readonly isPart?: boolean;
  /** Idempotency key of an attempt to send it, which may have succeeded without a response. */
  readonly clientKey?: string;
}

/**
 * Stores each person's unsent messages in this browser until the server has them. A sign-out deletes them. Stores nothing until the person
 * is known.
 */
@Injectable({ providedIn: 'root' })
export class DeviceTexts {
  private readonly session = inject(Session);
  private readonly marks = inject(DraftMarks);

  /** Whether the person is known and still signed in. */
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
   * @param text undefined to delete it
   * @returns whether the device has stored it
   */
  store(ticketId: number, visibility: MessageVisibility, text: DeviceText | undefined): boolean {
    if (!this.isReady()) return false;
    try {
      const key = this.key(ticketId, visibility);
      if (text) localStorage.setItem(key, JSON.stringify(text));
      else localStorage.removeItem(key);
      return text !== undefined;
    } catch {
      return false; // no storage, or the text does not fit
    }
  }

  /** Marks whether there is an unsent text, wherever it is stored. */
  mark(ticketId: number, visibility: MessageVisibility, hasText: boolean): void {
    this.marks.set(ticketId, visibility, hasText);
  }

  /** Deletes the texts of other people. Call when the person is known. */
  forgetOthers(): void {
    try {
      forgetMessages(this.person());
    } catch {
      // Without storage, there is nothing to delete.
    }
  }

  /** Storage key of a text. */
  key(ticketId: number, visibility: MessageVisibility): string {
    return `${MESSAGE_TEXTS_KEY}${this.person()}.${ticketId}.${visibility}`;
  }

  private person(): number | 'open' {
    return this.session.user()?.id ?? 'open';
  }
}

import { signal } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { firstValueFrom } from 'rxjs';
import type { ConversationApi } from './conversation-api';
import type { DeviceTexts } from './device-texts';
import { newKey } from '@docket/web/http';

/** Pause in typing before the server saves the draft, in ms. */
const SAVE_PAUSE_MS = 800;
/** Delay before the next attempt after a failure, in ms. */
const SAVE_AGAIN_MS = 10_000;
/** Time after which another device may have changed the draft, in ms. */
const KNOWN_MS = 60_000;

/** Location of the text: none if it is empty, being saved, on the server, on this device only, or in this page only. */
export type DraftPlace = 'none' | 'saving' | 'server' | 'device' | 'page';

/** An unsent reply or note of one ticket. The device stores it immediately, the server after a pause. */
export class MessageDraft {
  private readonly typed = signal('');
  private readonly where = signal<DraftPlace>('none');
  private timer?: ReturnType<typeof setTimeout>;
  private loading?: Promise<void>;
  private saving: Promise<void> = Promise.resolve();
  private isLoaded = false;
  private isPaused = false;
  /** Whether the server lacks the current text. */
  private isUnsaved = false;
  /** The text that the server had, and when, in ms since 1970. */
  private known = { text: '', at: 0 };
  private clientKey?: string;
  /** Id of the draft, made of the ticket and the visibility. */
  readonly id: string;
  readonly text = this.typed.asReadonly();
  readonly place = this.where.asReadonly();

  constructor(
    private readonly api: ConversationApi,
    private readonly device: DeviceTexts,
    readonly ticketId: number,
    readonly visibility: MessageVisibility,
  ) {
    this.id = `${ticketId}.${visibility}`;
  }

  /** Restores the text from this device or the server. Call when the person is known. Never rejects. */
  async load(): Promise<void> {
    try {
      await this.loadOnce();
    } catch {
      // Saving tries again.
    }
    this.saveLater();
  }

  /**
   * Applies changes of a saved draft from another tab or device, where it may have been sent. Never rejects.
   * @param mayClear whether the text goes if the server has none, which is also so after the ticket was deleted
   */
  async refresh(mayClear = true): Promise<void> {
    const text = this.typed();
    const isOwn = () => this.isUnsaved || this.isPaused || this.clientKey !== undefined || text !== this.typed();
    if (!this.isLoaded || !this.device.isReady() || isOwn()) return;
    try {
      const saved = await firstValueFrom(this.api.fetchDraft(this.ticketId, this.visibility));
      if (isOwn()) return this.readAgain(saved);
      if (!saved && !mayClear) return;
      this.setText(saved);
      this.setKnown(saved);
      this.where.set(saved ? 'server' : 'none');
    } catch {
      // The text is unchanged.
    }
  }

  /** Call after another tab has saved or sent this draft. Unsaved text of this tab is added to it with the next save. */
  noteSavedElsewhere(): void {
    if (this.isUnsaved) this.isLoaded = false;
    else void this.refresh();
  }

  type(text: string): void {
    const isFirst = this.isLoaded && !this.isUnsaved && this.typed() === '';
    const isOld = !this.isUnsaved && Date.now() - this.known.at > KNOWN_MS;
    this.setText(isFirst ? join(this.typedElsewhere(), text) : text);
    if (text.trim() === '') this.clientKey = undefined; // the next text is another message
    if (isFirst || isOld) this.isLoaded = false;
    this.isUnsaved = true;
    this.keepOnDevice();
    this.where.set('saving');
    this.saveLater();
    if (isFirst) void this.loadOnce().catch(() => undefined); // early, so that few keys come before a draft of another tab
  }

  /** Stores a saved text on this device, because the server has deleted it with the ticket. */
  keepAfterDeletion(): void {
    if (this.typed().trim() === '') return;
    this.isUnsaved = true;
    this.where.set(this.keepOnDevice() ? 'device' : 'page');
  }

  /** Saves unsaved text immediately, because the user leaves the ticket. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.isUnsaved) void this.save();
  }

  /** Returns the idempotency key of the message. It stays the same until the message is sent, so that retries send it only once. */
  claimKey(): string {
    this.clientKey ??= newKey();
    this.keepOnDevice();
    return this.clientKey;
  }

  /** Discards the key: the text is no longer the message sent with it. */
  dropKey(): void {
    this.clientKey = undefined;
    this.keepOnDevice();
  }

  /**
   * Pauses saving and waits for a running request, which could restore the draft of a message that is being sent. Reads a draft that may
   * have changed elsewhere, because sending deletes it.
   */
  async pause(): Promise<void> {
    this.isPaused = true;
    await this.saving;
    if (this.device.isReady()) await this.loadOnce().catch(() => undefined);
  }

  /** Resumes saving after {@link pause}. */
  resume(): void {
    this.isPaused = false;
    this.saveLater();
  }

  /** Clears the text after it was sent. The server has deleted its draft. */
  clear(): void {
    clearTimeout(this.timer);
    this.setText('');
    this.clientKey = undefined;
    this.isUnsaved = false;
    this.setKnown('');
    this.keepOnDevice();
    this.where.set('none');
  }

  private setText(text: string): void {
    this.typed.set(text);
    this.device.mark(this.ticketId, this.visibility, text.trim() !== '');
  }

  private loadOnce(): Promise<void> {
    if (this.isLoaded) return Promise.resolve();
    this.loading ??= this.recall().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async recall(): Promise<void> {
    const kept = this.device.find(this.ticketId, this.visibility);
    const isSentElsewhere = this.known.at > 0 && kept?.clientKey !== this.clientKey;
    if (kept && !isSentElsewhere && kept.text !== this.typed()) {
      this.isLoaded = !kept.isPart;
      this.clientKey = kept.clientKey;
      this.isUnsaved ||= !kept.isSaved;
      if (kept.isSaved) this.setKnown(kept.text);
      this.setText(join(kept.text, this.typed()));
      this.where.set(this.isUnsaved ? 'device' : 'server');
      if (this.isLoaded) return;
    }
    const saved = await firstValueFrom(this.api.fetchDraft(this.ticketId, this.visibility));
    this.isLoaded = true;
    const isKnown = saved === this.known.text;
    this.setKnown(saved);
    if (!saved || isKnown) return this.setText(this.typed());
    this.setText(join(saved, this.typed()));
    if (this.isUnsaved) this.keepOnDevice();
    else this.where.set('server');
  }

  /** The draft changed elsewhere while it was read and somebody typed: the next save adds the text to it. */
  private readAgain(saved: string): void {
    if (saved && saved !== this.known.text) this.isLoaded = false;
  }

  private setKnown(text: string): void {
    this.known = { text, at: Date.now() };
  }

  /** Unsaved text of another tab, which this one would replace on the device. */
  private typedElsewhere(): string {
    const kept = this.device.find(this.ticketId, this.visibility);
    return kept && !kept.clientKey ? kept.text : '';
  }

  private saveLater(ms = SAVE_PAUSE_MS): void {
    clearTimeout(this.timer);
    if (this.isUnsaved) this.timer = setTimeout(() => void this.save(), ms);
  }

  private save(): Promise<void> {
    this.saving = this.saving.then(() => this.saveNow());
    return this.saving;
  }

  private async saveNow(): Promise<void> {
    if (!this.isUnsaved || this.isPaused || !this.device.isReady()) return;
    this.where.set('saving');
    try {
      await this.loadOnce();
      const text = this.typed();
      await firstValueFrom(this.api.saveDraft(this.ticketId, this.visibility, text.trim() && text));
      this.setKnown(text.trim() && text);
      if (text !== this.typed()) return; // typed in the meantime, and saved next
      this.isUnsaved = false;
      this.keepOnDevice();
      this.where.set(text.trim() ? 'server' : 'none');
    } catch (error) {
      this.where.set(this.keepOnDevice() ? 'device' : 'page');
      if (isTemporary(toProblem(error))) this.saveLater(SAVE_AGAIN_MS);
    }
  }

  /** Stores the text on the device only if it would be lost otherwise. */
  private keepOnDevice(): boolean {
    const { isUnsaved, clientKey } = this;
    const text = this.typed();
    const isNeeded = isUnsaved || clientKey !== undefined;
    const kept = {
      text,
      isSaved: !isUnsaved,
      ...(!this.isLoaded && { isPart: true }),
      ...(clientKey && { clientKey }),
    };
    return this.device.store(this.ticketId, this.visibility, isNeeded ? kept : undefined);
  }
}

/** @param typed text typed before the draft had loaded, which may begin with it */
function join(draft: string, typed: string): string {
  if (!draft || typed.startsWith(draft)) return typed;
  return typed ? `${draft}\n\n${typed}` : draft;
}

function isTemporary({ status }: Problem): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

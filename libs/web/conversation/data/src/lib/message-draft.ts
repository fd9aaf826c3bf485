import { signal } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { firstValueFrom } from 'rxjs';
import type { ConversationApi } from './conversation-api';
import type { DeviceTexts } from './device-texts';
import { newKey } from '@docket/web/http';

/** Pause in typing before the server saves the draft, in ms. */
const SAVE_PAUSE_MS = 800;
/** Time before it is saved again after a failure, in ms. */
const SAVE_AGAIN_MS = 10_000;

/** Where the text is: nowhere because it is empty, on its way, on the server, on this device only, or in this page only. */
export type DraftPlace = 'none' | 'saving' | 'server' | 'device' | 'page';

/** An unsent reply or note of one ticket. The device keeps it at once, the server after a pause. */
export class MessageDraft {
  private readonly typed = signal('');
  private readonly where = signal<DraftPlace>('none');
  private timer?: ReturnType<typeof setTimeout>;
  private loading?: Promise<void>;
  private saving: Promise<void> = Promise.resolve();
  private isLoaded = false;
  private isPaused = false;
  /** Whether the server does not have the text yet. */
  private isUnsaved = false;
  private clientKey?: string;
  /** Of the ticket and the visibility. */
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

  /** Brings back the text of this device, or of the server. Call when it is known who uses the browser. Never rejects. */
  async load(): Promise<void> {
    try {
      await this.loadOnce();
    } catch {
      // Saving tries again.
    }
    this.saveLater();
  }

  /** Takes over what another tab or device has done to a saved draft: it may have been sent there. Never rejects. */
  async refresh(): Promise<void> {
    const text = this.typed();
    const isOwn = () => this.isUnsaved || this.isPaused || this.clientKey !== undefined || text !== this.typed();
    if (text === '' || isOwn()) return;
    try {
      const saved = await firstValueFrom(this.api.fetchDraft(this.ticketId, this.visibility));
      if (isOwn()) return;
      this.setText(saved);
      this.where.set(saved ? 'server' : 'none');
    } catch {
      // The text stays as it was.
    }
  }

  type(text: string): void {
    this.setText(text);
    if (text.trim() === '') this.clientKey = undefined; // what follows is another message
    this.isUnsaved = true;
    this.keepOnDevice();
    this.where.set('saving');
    this.saveLater();
  }

  /** Saves at once what is not saved yet: the user leaves the ticket. */
  flush(): void {
    clearTimeout(this.timer);
    if (this.isUnsaved) void this.save();
  }

  /** The key of the message. It stays until the message is sent, so that a second attempt sends nothing twice. */
  claimKey(): string {
    this.clientKey ??= newKey();
    this.keepOnDevice();
    return this.clientKey;
  }

  /** Gives up the key: the text is another message than the one that has been sent with it. */
  dropKey(): void {
    this.clientKey = undefined;
    this.keepOnDevice();
  }

  /** Stops saving, and waits for a running request: it would bring back the draft of a message that is sent meanwhile. */
  async pause(): Promise<void> {
    this.isPaused = true;
    await this.saving;
    await this.loading?.catch(() => undefined);
  }

  /** Saves again after {@link pause}. */
  resume(): void {
    this.isPaused = false;
    this.saveLater();
  }

  /** Forgets the text, which has been sent. The server has removed its draft. */
  clear(): void {
    clearTimeout(this.timer);
    this.setText('');
    this.clientKey = undefined;
    this.isUnsaved = false;
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
    if (kept && kept.text !== this.typed()) {
      this.isLoaded = true;
      this.clientKey = kept.clientKey;
      this.isUnsaved ||= !kept.isSaved;
      this.setText(join(kept.text, this.typed()));
      this.where.set(this.isUnsaved ? 'device' : 'server');
      return;
    }
    const saved = await firstValueFrom(this.api.fetchDraft(this.ticketId, this.visibility));
    this.isLoaded = true;
    if (!saved) return this.device.mark(this.ticketId, this.visibility, this.typed().trim() !== '');
    this.setText(join(saved, this.typed()));
    if (!this.isUnsaved) this.where.set('server');
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
      if (text !== this.typed()) return; // typed meanwhile, and saved next
      this.isUnsaved = false;
      this.keepOnDevice();
      this.where.set(text.trim() ? 'server' : 'none');
    } catch (error) {
      this.where.set(this.keepOnDevice() ? 'device' : 'page');
      if (isTemporary(toProblem(error))) this.saveLater(SAVE_AGAIN_MS);
    }
  }

  /** The device keeps only what would be lost without it. */
  private keepOnDevice(): boolean {
    const { isUnsaved, clientKey } = this;
    const text = this.typed();
    const isNeeded = isUnsaved || clientKey !== undefined;
    const kept = { text, isSaved: !isUnsaved, ...(clientKey && { clientKey }) };
    return this.device.store(this.ticketId, this.visibility, isNeeded ? kept : undefined);
  }
}

/** @param typed what the person has typed before the draft had loaded */
function join(draft: string, typed: string): string {
  return typed && typed !== draft ? `${draft}\n\n${typed}` : draft;
}

function isTemporary({ status }: Problem): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

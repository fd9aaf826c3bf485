import { DestroyRef, inject, signal } from '@angular/core';

/** Time after the last key until typing ends, in ms: authors pause to think. */
const TYPING_MS = 120_000;

/** Whether the person is typing a message. An unsent message alone does not count. */
export class Typing {
  private readonly current = signal(false);
  private timer?: ReturnType<typeof setTimeout>;
  readonly isOn = this.current.asReadonly();

  /** Create in an injection context. */
  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Call on every change of the text. */
  start(): void {
    this.current.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.stop(), TYPING_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.current.set(false);
  }
}

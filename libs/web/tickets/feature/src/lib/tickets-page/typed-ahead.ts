import { DestroyRef, type Injector, type Signal, afterNextRender, effect, signal, untracked } from '@angular/core';
import type { MessageVisibility } from '@docket/domain';
import { isComposing } from '@docket/web/ui';
import type { Composer } from '../conversation/composer/composer';

/** Maximum wait for the composer, in ms. It may fail to load. */
const WAIT_MS = 10_000;

interface Wish {
  readonly ticketId: number;
  readonly visibility: MessageVisibility;
}

/**
 * Buffers text typed after the shortcut for a reply or a note, until the composer has loaded, so that letters do not act as shortcuts. The
 * page imports this after the list.
 */
export class TypedAhead {
  private readonly wish = signal<Wish | undefined>(undefined);
  private text = '';
  /** The open ticket, until the requested one is open. */
  private fromId?: number;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly openId: Signal<number | undefined>,
    private readonly composer: () => Composer | undefined,
    injector: Injector,
  ) {
    const waiting = () => {
      const wish = this.wish();
      if (!wish) return;
      if (openId() === wish.ticketId) this.fromId = wish.ticketId;
      else if (openId() !== this.fromId) return untracked(() => this.stop());
      if (this.isReady(wish.ticketId)) afterNextRender({ write: () => this.handOver(wish) }, { injector });
    };
    effect(waiting, { injector });
    injector.get(DestroyRef).onDestroy(() => this.stop());
  }

  /**
   * Handles the shortcut for a reply or a note if there is no composer yet.
   * @param ticketId a ticket that is about to open; by default, the open one
   */
  start(key: string | undefined, ticketId = this.openId()): boolean {
    if (ticketId === undefined || this.isReady(ticketId) || (key !== 'r' && key !== 'n')) return false;
    this.stop();
    this.text = '';
    this.fromId = this.openId();
    this.wish.set({ ticketId, visibility: key === 'r' ? 'public' : 'internal' });
    document.addEventListener('keydown', this.take, { capture: true }); // before all other listeners
    this.timer = setTimeout(() => this.stop(), WAIT_MS);
    return true;
  }

  private stop(): void {
    clearTimeout(this.timer);
    document.removeEventListener('keydown', this.take, { capture: true });
    this.wish.set(undefined);
  }

  /** Whether the composer of that ticket is ready. */
  private isReady(ticketId: number): boolean {
    const composer = this.composer();
    return !!composer?.hasInputs() && composer.ticketId() === ticketId;
  }

  private handOver(wish: Wish): void {
    if (this.wish() !== wish || !this.isReady(wish.ticketId)) return;
    this.stop();
    this.composer()?.focus(wish.visibility, this.text);
  }

  private readonly take = (event: KeyboardEvent): void => {
    const isInField = event.target instanceof Element && event.target.matches('input, textarea');
    if (isInField || event.key === 'Escape') return this.stop();
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace') this.text = [...this.text].slice(0, -1).join('');
    else if (event.key === 'Enter') this.text += '\n';
    else if ([...event.key].length === 1) this.text += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

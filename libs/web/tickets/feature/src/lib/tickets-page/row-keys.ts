import { type Injector, type Signal, afterNextRender, effect, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { HeldKeys } from '../held-keys';
import type { TicketPanel } from '../ticket-panel/ticket-panel';
import type { TypedAhead } from './typed-ahead';

interface OpenParts {
  readonly openId: Signal<number | undefined>;
  readonly panel: Signal<TicketPanel | undefined>;
}

interface Wish {
  readonly ticketId: number;
  readonly key: string;
  /** Ends the hold of the keys pressed after this one. */
  readonly endHold: (isWanted?: boolean) => void;
}

/**
 * Runs shortcuts of an open ticket for the focused row: opens its ticket, and then runs the shortcut there. Keys pressed in the meantime
 * are for that ticket, too. The page imports this after the list.
 */
export class RowKeys {
  private readonly router: Router;
  private readonly session: Session;
  private readonly heldKeys: HeldKeys;
  private readonly wish = signal<Wish | undefined>(undefined);

  constructor(
    private readonly parts: OpenParts,
    private readonly typedAhead: TypedAhead,
    injector: Injector,
  ) {
    this.router = injector.get(Router);
    this.session = injector.get(Session);
    this.heldKeys = injector.get(HeldKeys);
    const waiting = () => {
      const wish = this.wish();
      if (!wish) return;
      if (parts.openId() !== wish.ticketId) untracked(() => this.forget());
      else if (this.isShown(wish)) afterNextRender({ write: () => this.fulfil(wish) }, { injector });
    };
    effect(waiting, { injector });
  }

  async open(ticketId: number, key: string): Promise<void> {
    if (key === 'i' && !this.session.user()) return; // the open mode has no people to assign
    this.forget();
    const isMessage = this.typedAhead.start(key, ticketId);
    const endHold = isMessage ? undefined : this.heldKeys.hold(document, { leaving: ['Escape'] });
    await this.router.navigate(['/tickets', ticketId], { queryParamsHandling: 'preserve' });
    if (endHold) this.wish.set({ ticketId, key, endHold });
  }

  private forget(): void {
    this.wish()?.endHold(false);
    this.wish.set(undefined);
  }

  private isShown({ ticketId }: Wish): boolean {
    return this.parts.panel()?.fields()?.ticket().id === ticketId;
  }

  private fulfil(wish: Wish): void {
    if (this.wish() !== wish || !this.isShown(wish)) return;
    this.wish.set(undefined);
    const panel = this.parts.panel();
    const opensField = panel?.fields()?.take(wish.key) && wish.key !== 'i';
    if (!opensField) panel?.focus();
    wish.endHold();
  }
}

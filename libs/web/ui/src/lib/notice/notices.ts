import type { ComponentType } from '@angular/cdk/overlay';
import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { MatSnackBar, type MatSnackBarRef } from '@angular/material/snack-bar';
import { shortcutKey } from '../shortcut/shortcut-key';

/** A message with an action, such as undo. */
export interface Notice<C, D> {
  readonly component: ComponentType<C>;
  readonly data: D;
  /** A failure is shown longer than others, and interrupts screen readers. */
  readonly isFailure?: boolean;
  /** Whether to show it as long as a failure, because somebody may be told what it says. */
  readonly isLong?: boolean;
  /** Whether it answers a key that found nothing to do. Other notices, except failures, make room for it at once. */
  readonly isAnswer?: boolean;
  /** Called when the user presses the action's button. */
  readonly onAction?: () => void;
}

/** CSS class of a notice, positioned in styles.scss. */
const PANEL_CLASS = 'docket-notice';

/** Duration of a notice, in ms. */
const DURATION_MS = 8_000;
const LONG_MS = 20_000;
/** Minimum duration if other notices wait, in ms. The undo shortcut then still reaches the change that its user means. */
const SHORTEST_MS = 1_000;
const SHORTEST_LONG_MS = 4_000;

/** Shows notices one after another, so that none replaces another. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly document = inject(DOCUMENT);
  private readonly destroyRef = inject(DestroyRef);
  private readonly snackBar = inject(MatSnackBar);
  private readonly waiting: { readonly open: () => void; readonly isAnswer?: boolean }[] = [];
  private isShown = false;

  /** Shows a notice. The returned function dismisses it, even before it appears. */
  show<C, D>(notice: Notice<C, D>): () => void {
    let ref: MatSnackBarRef<C> | undefined;
    const entry = { open: () => void (ref = this.open(notice)), isAnswer: notice.isAnswer };
    this.waiting.push(entry);
    this.showNext();
    return () => {
      ref?.dismiss();
      if (this.waiting.includes(entry)) this.waiting.splice(this.waiting.indexOf(entry), 1);
    };
  }

  private showNext(): void {
    if (!this.isShown && !this.destroyRef.destroyed) this.waiting.shift()?.open();
  }

  private open<C, D>({
    component,
    data,
    isFailure = false,
    isLong = isFailure,
    onAction,
  }: Notice<C, D>): MatSnackBarRef<C> {
    this.isShown = true;
    const ref = this.snackBar.openFromComponent(component, {
      data,
      politeness: isFailure ? 'assertive' : 'polite',
      panelClass: PANEL_CLASS,
    });
    const restoreFocus = this.watchFocus();
    const stopKeys = this.watchKeys();
    ref.onAction().subscribe(() => {
      restoreFocus(); // before the fade-out: the notice would keep the focus, and keys would act on another element
      onAction?.();
    });
    const stopTimer = this.dismissLater(ref, { isFailure, isLong });
    ref.afterDismissed().subscribe(() => {
      stopTimer();
      stopKeys();
      restoreFocus();
      this.isShown = false;
      this.showNext();
    });
    return ref;
  }

  /** Dismisses the notice after its duration, or earlier if others wait. Never while the user points at it or focuses it. */
  private dismissLater(ref: MatSnackBarRef<unknown>, notice: { isFailure: boolean; isLong: boolean }): () => void {
    const shownAt = Date.now();
    const durationMs = notice.isLong ? LONG_MS : DURATION_MS;
    let isPointedAt = false;
    // A pointer that rests where a button of the last notice was points at nothing.
    const follow = ({ target }: Event) =>
      (isPointedAt = target instanceof Element && target.closest(`.${PANEL_CLASS}`) !== null);
    this.document.addEventListener('pointermove', follow);
    const timer = setInterval(() => {
      const isOver = Date.now() - shownAt >= (this.waiting.length > 0 ? this.shortest(notice) : durationMs);
      if (isOver && !isPointedAt && !this.document.querySelector(`.${PANEL_CLASS}:focus-within`)) ref.dismiss();
    }, 250);
    return () => {
      clearInterval(timer);
      this.document.removeEventListener('pointermove', follow);
    };
  }

  private shortest({ isFailure, isLong }: { isFailure: boolean; isLong: boolean }): number {
    if (!isFailure && this.waiting.some(({ isAnswer }) => isAnswer)) return 0;
    return isLong ? SHORTEST_LONG_MS : SHORTEST_MS;
  }

  /** Presses the button of the visible notice by its key, on every page. The returned function stops that. */
  private watchKeys(): () => void {
    const press = (event: KeyboardEvent) => {
      const button = this.document.querySelector<HTMLElement>(`.${PANEL_CLASS} [aria-keyshortcuts]`);
      const key = button?.getAttribute('aria-keyshortcuts')?.at(-1); // Shift+Z is Z
      if (!button || shortcutKey(event) !== key) return;
      event.preventDefault();
      button.click();
    };
    this.document.addEventListener('keydown', press);
    return () => this.document.removeEventListener('keydown', press);
  }

  /** Remembers the focused element before the focus moves into the notice. The returned function restores the focus. */
  private watchFocus(): () => void {
    let origin: HTMLElement | undefined;
    const isInside = (target: EventTarget | null) => target instanceof Element && target.closest(`.${PANEL_CLASS}`);
    const remember = ({ target, relatedTarget }: FocusEvent) => {
      if (isInside(target) && relatedTarget instanceof HTMLElement && !isInside(relatedTarget)) origin = relatedTarget;
    };
    this.document.addEventListener('focusin', remember);
    return () => {
      this.document.removeEventListener('focusin', remember);
      const { activeElement, body } = this.document;
      const isLost = activeElement === body || activeElement === null || isInside(activeElement);
      if (!isLost) return;
      if (origin?.isConnected) origin.focus();
      else if (isInside(activeElement)) this.document.querySelector<HTMLElement>('main')?.focus();
    };
  }
}

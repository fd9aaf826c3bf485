import { DestroyRef, Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { isComposing } from '@docket/web/ui';

/** Maximum hold while a message is being sent or a search is loading, in ms. The server may not respond. */
const SENDING_MS = 10_000;

/** Maximum hold while a menu opens, in ms. It may fail to load. */
const OPENING_MS = 3_000;

interface HoldOptions {
  /** Whether Tab is held, too. It then moves among the fields of the dialog. */
  readonly hasTab?: boolean;
  /** Keys that act at once, and drop the held keys: the person turns to something else. */
  readonly leaving?: readonly string[];
  /** In ms. */
  readonly maximum?: number;
}

/** Keys other than letters that are held. The others, such as Tab, act at once. */
const NAMED_KEYS = ['Enter', 'Escape', 'ArrowDown', 'ArrowUp'];

/**
 * Holds the keys that a quick typist presses while a message is being sent, a search is loading, or a menu or a dialog opens, and presses
 * them in their order afterwards. Otherwise, they would be lost, or run as shortcuts of another ticket.
 */
@Injectable({ providedIn: 'root' })
export class HeldKeys {
  private readonly router = inject(Router);
  private readonly holds = new Set<HoldOptions & { readonly within: Node; readonly leaving: readonly string[] }>();
  private keys: KeyboardEvent[] = [];
  private isPressing = false;
  private isReleasing = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', this.take, { capture: true }));
  }

  /**
   * Holds keys until the returned function is called.
   * @param within holds only keys pressed inside of this element
   * @returns ends the hold. With false, the keys are dropped.
   */
  hold(
    within: Node = document,
    { hasTab, leaving = [], maximum = SENDING_MS }: HoldOptions = {},
  ): (isWanted?: boolean) => void {
    const hold = { within, leaving, hasTab };
    const end = (isWanted = true) => {
      clearTimeout(timer);
      if (!this.holds.delete(hold)) return;
      if (!isWanted) this.keys = [];
      void this.release();
    };
    const timer = setTimeout(() => end(false), maximum);
    this.holds.add(hold);
    document.addEventListener('keydown', this.take, { capture: true }); // before all other listeners
    return end;
  }

  /** Holds keys until the focus is in a menu or a dialog, which loads when first opened, or the returned function is called. */
  holdUntilMenu(): () => void {
    const end = this.hold(document, { hasTab: true, maximum: OPENING_MS });
    const look = ({ target }: Event) => {
      if (!isInMenu(target)) return;
      document.removeEventListener('focusin', look);
      setTimeout(end); // the menu focuses its current item now
    };
    document.addEventListener('focusin', look);
    return end;
  }

  private async release(): Promise<void> {
    if (this.isReleasing) return;
    this.isReleasing = true;
    for (let key; this.holds.size === 0 && (key = this.keys.shift());) {
      this.press(key);
      await rendered();
      while (this.router.currentNavigation()) await rendered();
      await rendered(); // the next key is for the ticket that has opened
    }
    this.isReleasing = false;
    if (this.holds.size === 0) document.removeEventListener('keydown', this.take, { capture: true });
  }

  private press(event: KeyboardEvent): void {
    const target = document.activeElement ?? document.body;
    this.isPressing = true;
    const isUnhandled = target.dispatchEvent(new KeyboardEvent('keydown', event));
    this.isPressing = false;
    if (!isUnhandled) return;
    if (event.key === 'Tab') tab(target, event.shiftKey);
    else if (isTextField(target)) type(target, event.key);
    else if (event.key === 'Enter' && target.matches('a, button')) (target as HTMLElement).click();
  }

  private readonly take = (event: KeyboardEvent): void => {
    if (this.isPressing || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isHeldTab = event.key === 'Tab' && [...this.holds].some(({ hasTab }) => hasTab);
    if ([...event.key].length > 1 && !NAMED_KEYS.includes(event.key) && !isHeldTab) return;
    const target = event.target as Node;
    const isFirst = this.keys.length === 0 && !this.isReleasing;
    // The keys in a menu are for the menu, unless it holds them itself.
    const holds = [...this.holds].filter(
      ({ within }) => within.contains(target) && (within !== document || !isInMenu(target)),
    );
    if (isFirst && holds.length === 0) return;
    const leavesField = target instanceof HTMLTextAreaElement && event.key === 'Escape';
    const leaves = [...this.holds].some(
      ({ within, leaving }) => within.contains(target) && leaving.includes(event.key),
    );
    if (leavesField || leaves) {
      this.keys = [];
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) this.keys.push(event);
  };
}

function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cdk-overlay-container') !== null;
}

function rendered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Moves the focus inside of a dialog or a menu. As with a real Tab, the text of a field is selected. */
function tab(from: Element, isBack: boolean): void {
  const around = from.closest('[role=dialog], [role=menu]') ?? document.createElement('div');
  const stops = [...around.querySelectorAll<HTMLElement>('input, textarea, button')];
  const to = stops.at((stops.indexOf(from as HTMLElement) + (isBack ? -1 : 1)) % stops.length);
  to?.focus();
  if (to && isTextField(to)) to.select();
}

function isTextField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.matches('input:not([type]), input[type=text], input[type=search], textarea');
}

function type(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const text = key === 'Enter' && field instanceof HTMLTextAreaElement ? '\n' : key;
  if ([...text].length > 1 || field.readOnly) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}

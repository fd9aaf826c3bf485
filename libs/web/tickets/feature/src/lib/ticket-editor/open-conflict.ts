import type { Injector } from '@angular/core';
import { openDialog } from '@docket/web/ui/open-dialog';
import { type Conflict, type ConflictAnswer, ConflictDialog } from './conflict-dialog';

/** Time without a letter until the person counts as not typing, in ms. */
const TYPING_MS = 1_500;

/**
 * Opens the dialog, after a pause in typing. Its buttons do not have the focus: a key that was meant for something else must not decide.
 * Closing it without a choice keeps the other person's value.
 */
export async function openConflict(injector: Injector, data: Conflict): Promise<ConflictAnswer> {
  if (document.activeElement?.matches('input, textarea')) await pauseInTyping();
  const config = { autoFocus: 'dialog', data, width: '30rem' };
  return (await openDialog<ConflictAnswer>(injector, ConflictDialog, config)) ?? 'theirs';
}

/** Resolves when the text field with the focus is left, or receives no letter for a while. */
function pauseInTyping(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      document.removeEventListener('input', restart);
      document.removeEventListener('focusout', end);
      resolve();
    };
    let timer = setTimeout(end, TYPING_MS);
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(end, TYPING_MS);
    };
    document.addEventListener('input', restart);
    document.addEventListener('focusout', end, { once: true });
  });
}

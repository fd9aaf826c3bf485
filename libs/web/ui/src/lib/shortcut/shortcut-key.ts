import { isComposing } from './is-composing';

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const WIDGETS =
  '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"], :is([role="combobox"], [aria-haspopup])[aria-expanded="true"]';

/**
 * The key of a single-key shortcut. Undefined if the event is not a shortcut: the user is typing, holds a modifier, or is in a menu, an
 * open select or a dialog with its own keys, or another listener has handled the event.
 */
export function shortcutKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || isComposing(event) || (event.repeat && !movesInList(event.key))) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target;
  if (target instanceof Element) {
    if (target.closest(TYPING)) return undefined;
    if (target.closest(WIDGETS)) return undefined;
    if (isArrow(event.key) && target.closest('[role="combobox"]')) return undefined; // opens the select
  }
  return event.key;
}

/** Whether a key may repeat while it is held down. */
function movesInList(key: string): boolean {
  return key === 'j' || key === 'k' || isArrow(key);
}

function isArrow(key: string): boolean {
  return key === 'ArrowDown' || key === 'ArrowUp';
}

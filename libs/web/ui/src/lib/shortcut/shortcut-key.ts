const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const OWN_KEYS = '[role="menu"], [role="listbox"], [role="dialog"], [role="combobox"], [role="alertdialog"]';

/**
 * The key of a single-key shortcut, or `undefined` when the key is not meant as one: while typing, with a modifier held,
 * inside a menu, list box or dialog (they have keys of their own), or when something nearer has already used it.
 */
export function shortcutKey(event: KeyboardEvent): string | undefined {
  if (event.defaultPrevented || event.isComposing || (event.repeat && !isMove(event.key))) return undefined;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target;
  if (target instanceof Element) {
    if (target.closest(TYPING)) return undefined;
    if (target.closest(OWN_KEYS) && !(event.key === 'Escape' && target.closest('[role="combobox"]'))) return undefined;
  }
  return event.key;
}

/** Only moving through a list makes sense while a key is held down. */
function isMove(key: string): boolean {
  return key === 'j' || key === 'k' || key === 'ArrowDown' || key === 'ArrowUp';
}

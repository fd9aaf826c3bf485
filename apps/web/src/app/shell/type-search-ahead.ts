import { DestroyRef, type Injector } from '@angular/core';

/** Maximum time for which letters are held, in ms. The page of the list may fail to load. */
const MAXIMUM_MS = 5_000;

/**
 * Holds the letters that a person types after the shortcut of the search, and types them into the search box once it has the focus. The page
 * of the list may load meanwhile.
 * @param opened whether the page of the list has opened
 * @param injector of the shell. Its end drops the letters.
 */
export function typeSearchAhead(opened: Promise<boolean>, injector: Injector): void {
  const shell = injector.get(DestroyRef);
  if (shell.destroyed || document.activeElement instanceof HTMLInputElement) return;
  let text = '';
  let isEntered = false;
  const take = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key === 'Escape') return end();
    if (ctrlKey || metaKey || altKey || (key.length > 1 && key !== 'Enter')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === 'Enter') isEntered = true;
    else text += key;
  };
  const look = ({ target }: Event) => {
    if ((target as Element).closest('.cdk-overlay-container')) return end(); // a question, such as one about unsaved text
    if (!(target instanceof HTMLInputElement)) return;
    document.removeEventListener('focusin', look);
    setTimeout(() => {
      end(); // the box has selected its text
      if (text) target.setRangeText(text, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
      if (text) target.dispatchEvent(new InputEvent('input', { bubbles: true }));
      if (isEntered) target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
  };
  const end = () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', take, { capture: true });
    document.removeEventListener('focusin', look);
  };
  const timer = setTimeout(end, MAXIMUM_MS);
  document.addEventListener('keydown', take, { capture: true }); // before the shortcuts of the pages
  document.addEventListener('focusin', look);
  shell.onDestroy(end);
  void opened.then((isOpen) => isOpen || end());
}

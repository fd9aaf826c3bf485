/**
 * Whether the focused element was removed, so that the browser or the shell has moved the focus, or was disabled, so that the browser is
 * about to.
 */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches('main, :disabled');
}

/**
 * Whether the focused element has been removed, so that the browser or the shell chose another place for the focus, or has become disabled,
 * so that the browser is about to.
 */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches('main, :disabled');
}

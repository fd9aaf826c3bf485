/** Key code of keys that an input method handles. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key or an input belongs to the composition of an input method, for example for Japanese or Chinese, where Enter accepts a word.
 * Safari sends the Enter that ends a composition afterwards, recognisable only by its key code.
 */
export function isComposing(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
  return event instanceof InputEvent && event.isComposing;
}

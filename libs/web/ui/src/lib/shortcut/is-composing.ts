/** The key code of keys that an input method takes. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key or an input belongs to a text that an input method composes, as for Japanese or Chinese: Enter then accepts a word.
 * Safari sends the Enter that ends a composition after its end, and only the key code says so.
 */
export function isComposing(event: Event): boolean {
  if (event instanceof KeyboardEvent) return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
  return event instanceof InputEvent && event.isComposing;
}

/** Start of the keys under which this browser keeps unsent messages. The id of the person follows, or `open`. */
export const MESSAGE_TEXTS_KEY = 'docket.message.';

/**
 * Removes drafts and positions from this browser: the next person at this screen must not see anything of this one's.
 * @param exceptOf the id of a person whose messages stay
 */
export function forgetTexts(exceptOf?: number): void {
  sessionStorage.clear();
  forgetMessages(exceptOf);
}

/** Removes the unsent messages of everybody, or of everybody else. */
export function forgetMessages(exceptOf?: number | 'open'): void {
  const kept = `${MESSAGE_TEXTS_KEY}${exceptOf}.`;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(MESSAGE_TEXTS_KEY) && !key.startsWith(kept)) localStorage.removeItem(key);
  }
}

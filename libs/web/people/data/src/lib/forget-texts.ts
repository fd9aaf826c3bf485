/** Prefix of the storage keys of unsent messages. The id of the person follows, or `open`. */
export const MESSAGE_TEXTS_KEY = 'docket.message.';

/**
 * Removes drafts and positions from this browser, because the next person must not see them.
 * @param exceptOf id of a person whose messages stay
 */
export function forgetTexts(exceptOf?: number): void {
  sessionStorage.clear();
  forgetMessages(exceptOf);
}

/** Removes the unsent messages of all people, or of all others. */
export function forgetMessages(exceptOf?: number | 'open'): void {
  const kept = `${MESSAGE_TEXTS_KEY}${exceptOf}.`;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(MESSAGE_TEXTS_KEY) && !key.startsWith(kept)) localStorage.removeItem(key);
  }
}

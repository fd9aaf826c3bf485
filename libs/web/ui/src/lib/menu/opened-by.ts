/** How a menu was opened; `undefined` while it is closed. */
export type OpenedBy = 'mouse' | 'keyboard' | undefined;

/** A click by a key has no position and counts nothing. */
export function openedBy({ detail }: MouseEvent): OpenedBy {
  return detail === 0 ? 'keyboard' : 'mouse';
}

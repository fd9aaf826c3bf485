import type { HarnessLoader } from '@angular/cdk/testing';
import { MatSelectHarness } from '@angular/material/select/testing';

/** The first element of a selector whose text starts with these words. */
export function findByText(selector: string, words: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) =>
    element.textContent.trim().startsWith(words),
  );
  if (!found) throw new Error(`There is no ${selector} "${words}"`);
  return found;
}

/** The select with this accessible name. */
export async function selectNamed(loader: HarnessLoader, name: string, ancestor = 'body'): Promise<MatSelectHarness> {
  await loader.getAllHarnesses(MatSelectHarness); // a deferred block renders its loops one change detection later
  for (const select of await loader.getAllHarnesses(MatSelectHarness.with({ ancestor }))) {
    const host = await select.host();
    const label = await host.getAttribute('aria-label');
    const labelIds = (await host.getAttribute('aria-labelledby'))?.split(' ') ?? [];
    const labels = labelIds.map((id) => document.getElementById(id)?.textContent.trim());
    if ([label, ...labels].includes(name)) return select;
  }
  throw new Error(`There is no select "${name}"`);
}

/** The text of the page, with single spaces. */
export function pageText(): string {
  return document.body.textContent.replace(/\s+/g, ' ');
}

/** Material's menus still use the deprecated `keyCode`. */
const KEY_CODES: Readonly<Record<string, number>> = { Escape: 27, ArrowUp: 38, ArrowDown: 40 };

/** Presses a key on the focused element, or on another one. Returns false if the default action is prevented. */
export function press(key: string, on: Element = document.activeElement ?? document.body): boolean {
  return on.dispatchEvent(
    new KeyboardEvent('keydown', { key, keyCode: KEY_CODES[key], bubbles: true, cancelable: true }),
  );
}

/** The field of the query box. */
export function queryField(): HTMLInputElement {
  const field = document.querySelector<HTMLInputElement>('docket-query-box input');
  if (!field) throw new Error('There is no query box');
  return field;
}

/** Replaces the text of the query box. */
export function typeQuery(text: string): void {
  const field = queryField();
  field.focus();
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new Event('input'));
}

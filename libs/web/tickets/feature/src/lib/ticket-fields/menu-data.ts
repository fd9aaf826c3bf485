import type { HttpResourceRef } from '@angular/common/http';
import { type Signal, effect, untracked } from '@angular/core';

/** State of a picker's data. It stays `loaded` during a reload. */
export function stateOf(resource: HttpResourceRef<unknown>): 'loading' | 'failed' | 'loaded' {
  if (resource.hasValue()) return 'loaded';
  return resource.error() ? 'failed' : 'loading';
}

/** Reloads the data when the menu opens, except for the first time. Call in an injection context. */
export function reloadWhenOpened(resource: HttpResourceRef<unknown>, isOpen: Signal<boolean>): void {
  let isFirst = true;
  effect(() => {
    if (!isOpen()) return;
    if (!isFirst) untracked(() => resource.reload());
    isFirst = false;
  });
}

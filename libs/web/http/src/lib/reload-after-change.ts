import { type Signal, effect, signal } from '@angular/core';

interface ReloadableResource {
  readonly isLoading: Signal<boolean>;
  reload(): boolean;
}

/**
 * Returns a function that reloads a resource after a change of its data. If a request is pending, it reloads afterwards, because that
 * response may be older than the change. Angular's own `reload` does nothing in this case. Call in an injection context.
 */
export function reloadAfterChange(resource: ReloadableResource): () => void {
  const isOutdated = signal(false);
  effect(() => {
    if (!isOutdated() || resource.isLoading()) return;
    isOutdated.set(false);
    resource.reload();
  });
  return () => {
    if (!resource.reload()) isOutdated.set(true);
  };
}

import { type Signal, effect, signal } from '@angular/core';

interface ReloadableResource {
  readonly isLoading: Signal<boolean>;
  reload(): boolean;
}

/**
 * Returns a function to call after a change of the data: it reloads the resource. If a request is pending, reloads after it, because
 * its response may be older than the change. Angular's own `reload` does nothing then. Call in an injection context.
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

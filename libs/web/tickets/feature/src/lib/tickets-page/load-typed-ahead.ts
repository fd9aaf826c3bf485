import { Injector, type Signal, effect, inject } from '@angular/core';
import type { Composer } from '../conversation/composer/composer';
import type { TypedAhead } from './typed-ahead';

/**
 * Returns a function that takes the key of a reply or a note if there is no composer yet. Its code loads after the list. Call in an
 * injection context.
 */
export function loadTypedAhead(
  hasList: () => boolean,
  openId: Signal<number | undefined>,
  composer: () => Composer | undefined,
): (key: string | undefined) => boolean {
  const injector = inject(Injector);
  let loaded: TypedAhead | undefined;
  const load = async () => {
    const { TypedAhead } = await import('./typed-ahead');
    loaded ??= new TypedAhead(openId, composer, injector);
  };
  effect(() => {
    if (hasList()) void load();
  });
  return (key) => loaded?.start(key) ?? false;
}

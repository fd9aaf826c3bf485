import { Injector, effect, inject } from '@angular/core';
import type { Composer } from '../conversation/composer/composer';
import type { Step } from './neighbours';
import type { StepParts, TicketSteps } from './ticket-steps';
import type { TypedAhead } from './typed-ahead';

interface TicketKeys {
  /** Takes the key of a reply or a note if there is no composer yet. */
  readonly typeAhead: (key: string | undefined) => boolean;
  /** Opens the next or previous ticket. */
  readonly step: (by: Step) => void;
}

/** What the keys of an open ticket do. Its code loads after the list. Call in an injection context. */
export function loadTicketKeys(
  hasList: () => boolean,
  parts: StepParts,
  composer: () => Composer | undefined,
): TicketKeys {
  const injector = inject(Injector);
  let steps: TicketSteps | undefined;
  let typedAhead: TypedAhead | undefined;
  const load = async () => {
    const keys = await import('./ticket-keys');
    typedAhead ??= new keys.TypedAhead(parts.openId, composer, injector);
    return (steps ??= new keys.TicketSteps(parts, injector));
  };
  effect(() => {
    if (hasList()) void load();
  });
  return {
    typeAhead: (key) => typedAhead?.start(key) ?? false,
    step: (by) => void (steps ? steps.take(by) : load().then((loaded) => loaded.take(by))),
  };
}

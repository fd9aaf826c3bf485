import type { Actor } from '../../platform/context/actor';
import type { EventActorKind } from './ticket-event';

/** The actor of an event in the history. */
export interface EventActor {
  /** `human`: a person in a browser; `api`: a program with a token. */
  readonly kind: EventActorKind;
  /** The id of the user or the requester. Null for actors without one. */
  readonly id: number | null;
}

/** @throws Error for an anonymous actor, who changes no ticket */
export function eventActor(actor: Actor): EventActor {
  switch (actor.kind) {
    case 'person':
      return { kind: 'human', id: actor.userId };
    case 'token':
      return { kind: 'api', id: actor.userId };
    case 'requester':
      return { kind: 'requester', id: actor.requesterId };
    case 'anonymous':
      throw new Error('An actor who is not signed in changes no ticket');
    default:
      return { kind: actor.kind, id: null };
  }
}

/** The value of the setting `docket.actor`, from which the history triggers take the actor. */
export function actorSetting(actor: Actor): string {
  const { kind, id } = eventActor(actor);
  return id === null ? kind : `${kind}:${id}`;
}

/**
 * An SQL condition that is always true and sets `docket.actor` until the end of the transaction. Being part of the statement that changes a
 * ticket, it costs no round trip.
 * @param parameter the placeholder of {@link actorSetting}'s text
 */
export function asActor(parameter: string): string {
  return `set_config('docket.actor', ${parameter}, true) IS NOT NULL`;
}

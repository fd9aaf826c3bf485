/** Public API of the history feature. Other features import from this file only. */
export { actorSetting, asActor, eventActor } from './model/event-actor';
export {
  EVENT_ACTOR_KINDS,
  type EventActorKind,
  type TicketEventChange,
  type TicketEventKind,
} from './model/ticket-event';

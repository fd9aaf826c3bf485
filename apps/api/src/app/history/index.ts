/** Public API of the history feature. Other features import from this file only. */
export { ChangeFeed, type ChangePage, type TicketChange } from './feed/change-feed';
export {
  type ChangePosition,
  POSITION_PATTERN,
  decodeChangePosition,
  encodeChangePosition,
} from './feed/change-position';
export { Feed, type FeedEvent } from './feed/feed';
export { type FeedCursor, decodeFeedCursor, encodeFeedCursor } from './feed/feed-cursor';
export { HistoryModule } from './history.module';
export { actorSetting, asActor, eventActor } from './model/event-actor';
export {
  EVENT_ACTOR_KINDS,
  type EventActorKind,
  type TicketEventChange,
  type TicketEventKind,
} from './model/ticket-event';
export { FEED_EPOCH_TABLE, feedGeneration, raiseFeedGeneration } from './raise-feed-generation';

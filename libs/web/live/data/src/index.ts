export { LiveFeed, type LiveState } from './lib/live-feed';
export { OwnPresence } from './lib/presence/own-presence';
export { PresentPeople, type PresentPerson } from './lib/presence/present-people';

/** Public API of the people feature. Other features import from this file only. */
export { OneTimeLink } from './model/one-time-link.entity';
export { SecurityEvent } from './model/security-event.entity';
export { Session } from './model/session.entity';
export { User } from './model/user.entity';

/** Public API of the people feature. Other features import from this file only. */
export { AccessMode } from './access/access-mode';
export { AssigneeDto } from './assignees/assignee.dto';
export { type AssigneeContact, Assignees } from './assignees/assignees';
export { type Author, CurrentAuthor, systemAuthor } from './author';
export { type Client, clientOf } from './client';
export { runPeople } from './command/people-command';
export { Identity } from './model/identity.entity';
export { AdministratorMail } from './mail/administrator-mail';
export { Device } from './model/device.entity';
export { networkOf } from './limits/network-of';
export { type RateLimit, RateLimits } from './limits/rate-limits';
export { OneTimeLink } from './model/one-time-link.entity';
export { SecurityEvent } from './model/security-event.entity';
export { SecurityLog, actorIds } from './security-log';
export { Session } from './model/session.entity';
export { Token } from './model/token.entity';
export { User } from './model/user.entity';

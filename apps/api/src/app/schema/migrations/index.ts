import { CreateTickets1764000000000 } from './1764000000000-create-tickets';
import { IndexTickets1764100000000 } from './1764100000000-index-tickets';
import { CountTickets1764200000000 } from './1764200000000-count-tickets';
import { LimitTimes1764300000000 } from './1764300000000-limit-times';
import { IndexSearches1764400000000 } from './1764400000000-index-searches';
import { ExternalIds1764500000000 } from './1764500000000-external-ids';
import { OnlineChanges1764600000000 } from './1764600000000-online-changes';
import { FoldTexts1764700000000 } from './1764700000000-fold-texts';
import { People1764800000000 } from './1764800000000-people';
import { PeopleAdministration1764900000000 } from './1764900000000-people-administration';
import { LastSeen1765000000000 } from './1765000000000-last-seen';
import { Tokens1765100000000 } from './1765100000000-tokens';
import { Audit1765200000000 } from './1765200000000-audit';
import { SingleSignOn1765400000000 } from './1765400000000-single-sign-on';
import { Requests1765500000000 } from './1765500000000-requests';
import { Assignment1765600000000 } from './1765600000000-assignment';
import { TicketHistory1765700000000 } from './1765700000000-ticket-history';
import { Conversation1765800000000 } from './1765800000000-conversation';
import { IndexRelations1765850000000 } from './1765850000000-index-relations';
import { Presence1765900000000 } from './1765900000000-presence';
import { Suggestions1766000000000 } from './1766000000000-suggestions';
import { LocalModels1766100000000 } from './1766100000000-local-models';
import { WrittenTexts1766150000000 } from './1766150000000-written-texts';
import { IdempotencyKeys1766200000000 } from './1766200000000-idempotency-keys';
import { Webhooks1766300000000 } from './1766300000000-webhooks';
import { DatabaseMoves1766450000000 } from './1766450000000-database-moves';
import { IndexDeliveries1766470000000 } from './1766470000000-index-deliveries';
import { RaiseVersions1766480000000 } from './1766480000000-raise-versions';

/** Every migration, oldest first. A migration that has been released is never edited. */
export const MIGRATIONS = [
  CreateTickets1764000000000,
  IndexTickets1764100000000,
  CountTickets1764200000000,
  LimitTimes1764300000000,
  IndexSearches1764400000000,
  ExternalIds1764500000000,
  OnlineChanges1764600000000,
  FoldTexts1764700000000,
  People1764800000000,
  PeopleAdministration1764900000000,
  LastSeen1765000000000,
  Tokens1765100000000,
  Audit1765200000000,
  SingleSignOn1765400000000,
  Requests1765500000000,
  Assignment1765600000000,
  TicketHistory1765700000000,
  Conversation1765800000000,
  IndexRelations1765850000000,
  Presence1765900000000,
  Suggestions1766000000000,
  LocalModels1766100000000,
  WrittenTexts1766150000000,
  IdempotencyKeys1766200000000,
  Webhooks1766300000000,
  DatabaseMoves1766450000000,
  IndexDeliveries1766470000000,
  RaiseVersions1766480000000,
];

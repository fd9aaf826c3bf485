import { CreateTickets1764000000000 } from './1764000000000-create-tickets';
import { IndexTickets1764100000000 } from './1764100000000-index-tickets';
import { CountTickets1764200000000 } from './1764200000000-count-tickets';
import { LimitTimes1764300000000 } from './1764300000000-limit-times';
import { IndexSearches1764400000000 } from './1764400000000-index-searches';
import { ExternalIds1764500000000 } from './1764500000000-external-ids';
import { OnlineChanges1764600000000 } from './1764600000000-online-changes';
import { FoldTexts1764700000000 } from './1764700000000-fold-texts';
import { People1764800000000 } from './1764800000000-people';

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
];

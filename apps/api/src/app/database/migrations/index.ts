import { CreateTickets1764000000000 } from './1764000000000-create-tickets';

/** Every migration, oldest first. A migration that has been released is never edited. */
export const MIGRATIONS = [CreateTickets1764000000000];

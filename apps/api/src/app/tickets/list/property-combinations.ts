import { PROPERTY_NAMES, PROPERTY_VALUES } from '@docket/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Ticket } from '../model/ticket.entity';
import type { PropertyFilter } from '../query/ticket-filter';

/** For FROM: one row for each combination of property values that the filter allows; 64 without a filter. */
export const WANTED_COMBINATIONS = PROPERTY_NAMES.map((name) => `unnest(:wanted_${name}::text[]) AS one_${name}`).join(
  ', ',
);

/** The parameters of {@link WANTED_COMBINATIONS}. */
export function wantedParameters(filter: PropertyFilter): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(PROPERTY_NAMES.map((name) => [`wanted_${name}`, filter[name] ?? PROPERTY_VALUES[name]]));
}

/** The tickets with one of {@link WANTED_COMBINATIONS}, for a LATERAL join: the index over properties and time has them in order. */
export function ticketsOfCombination(manager: EntityManager): SelectQueryBuilder<Ticket> {
  return manager
    .createQueryBuilder(Ticket, 'ticket')
    .where(PROPERTY_NAMES.map((name) => `ticket.${name} = one_${name}`).join(' AND '));
}

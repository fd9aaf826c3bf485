import type { PropertyValue } from '@docket/domain';
import { foldWord } from './fold-word';

/** What a product's numbers mean, and the columns that only this product has. */
export interface NumberScale {
  readonly product: string;
  readonly columns: readonly string[];
  readonly priority: Readonly<Record<string, PropertyValue<'priority'>>>;
  readonly status: Readonly<Record<string, PropertyValue<'status'>>>;
}

/**
 * A bare number is a label only in the file of a product that numbers its labels: 1 is the most urgent priority of ServiceNow and
 * the least urgent one of Freshdesk and GLPI. Sources: ServiceNow, table incident (priority, state); the API references of GLPI
 * (Ticket) and Freshdesk (View a ticket).
 */
const NUMBER_SCALES: readonly NumberScale[] = [
  {
    product: 'ServiceNow',
    columns: ['short_description', 'sys_id', 'sys_created_on', 'sys_class_name', 'cmdb_ci', 'assignment_group'],
    priority: { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low', 5: 'low' },
    status: { 1: 'open', 2: 'in_progress', 3: 'in_progress', 6: 'resolved', 7: 'closed', 8: 'closed' },
  },
  {
    product: 'GLPI',
    columns: ['itilcategories_id', 'date_mod', 'entities_id', 'users_id_recipient', 'requesttypes_id'],
    priority: { 1: 'low', 2: 'low', 3: 'medium', 4: 'high', 5: 'critical', 6: 'critical' },
    status: { 1: 'open', 2: 'in_progress', 3: 'in_progress', 4: 'in_progress', 5: 'resolved', 6: 'closed' },
  },
  {
    product: 'Freshdesk',
    columns: ['fr_escalated', 'fr_due_by', 'email_config_id', 'is_escalated'],
    priority: { 1: 'low', 2: 'medium', 3: 'high', 4: 'critical' },
    status: { 2: 'open', 3: 'in_progress', 4: 'resolved', 5: 'closed' },
  },
];

/** The scale of the product whose columns a file has; undefined if no product's, or those of several. */
export function findNumberScale(names: Iterable<string>): NumberScale | undefined {
  const folded = new Set(Array.from(names, foldWord));
  const [scale, ...others] = NUMBER_SCALES.filter(({ columns }) => columns.some((name) => folded.has(foldWord(name))));
  return others.length ? undefined : scale;
}

import type { TicketLabels, TicketStatus } from '@docket/domain';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { compileRules } from '../../platform/validation/compiled-rules';
import { trimmed } from '../../platform/validation/trim';
import { ImportRowDto } from './import-row.dto';
import type { RowFields } from './read-row';
import { parseRfc3339 } from './rfc3339';

/** A ticket as a file has it, checked and complete. */
export interface ImportedTicket extends TicketLabels {
  readonly title: string;
  readonly description: string;
  readonly status: TicketStatus;
  /** When it was filed; `undefined` is now. */
  readonly createdAt?: Date;
}

/** A row that may be stored. */
export interface GoodRow {
  readonly ticket: ImportedTicket;
  /** Its labels that come from the defaults. */
  readonly filled: readonly (keyof TicketLabels)[];
}

/** A row that may be stored, or everything that is wrong with it. */
export type CheckedRow = GoodRow | { readonly errors: ProblemErrorDto[] };

const LABELS = ['category', 'priority'] as const;
const errorsOf = compileRules(ImportRowDto);

/** Checks a row by the rules of a ticket that is filed. What a row leaves empty counts as absent, and then has its default. */
export function checkRow(fields: RowFields, defaults: Partial<TicketLabels>): CheckedRow {
  const given = { category: unlessEmpty(fields.category), priority: unlessEmpty(fields.priority) };
  const row = Object.assign(new ImportRowDto(), {
    title: trimmed(fields.title),
    description: fields.description,
    category: given.category ?? defaults.category,
    priority: given.priority ?? defaults.priority,
    status: unlessEmpty(fields.status),
    created_at: unlessEmpty(fields.created_at),
  });
  const errors = errorsOf(row);
  if (errors.length) return { errors: errors.map(({ field, detail }) => ({ pointer: `/${field}`, detail })) };
  const { title, description, category, priority, status = 'open', created_at } = row;
  const createdAt = created_at === undefined ? undefined : parseRfc3339(created_at);
  return {
    ticket: { title, description, category, priority, status, createdAt },
    filled: LABELS.filter((label) => given[label] === undefined),
  };
}

function unlessEmpty(value: unknown): unknown {
  return value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
}

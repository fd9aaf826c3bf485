import type { SuggestedProperties, TicketStatus } from '@docket/domain';
import { type ValidatorOptions, validateSync } from 'class-validator';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { fieldErrors } from '../../platform/validation/field-errors';
import { jsonPointer } from '../../platform/validation/json-pointer';
import { trimmed } from '../../platform/validation/trim';
import { ImportRowDto } from './import-row.dto';
import type { RowFields } from './read-row';
import { parseRfc3339 } from './rfc3339';

/** A checked and complete ticket from a file. */
export interface ImportedTicket extends SuggestedProperties {
  readonly title: string;
  readonly description: string;
  readonly status: TicketStatus;
  /** The time when it was filed; now if `undefined`. */
  readonly createdAt?: Date;
}

/** A valid row. */
export interface GoodRow {
  readonly ticket: ImportedTicket;
  /** The properties that come from the defaults. */
  readonly filled: readonly (keyof SuggestedProperties)[];
}

/** A valid row, or all errors of an invalid one. */
export type CheckedRow = GoodRow | { readonly errors: ProblemErrorDto[] };

const PROPERTIES_WITH_DEFAULT = ['category', 'priority'] as const;
const OPTIONS: ValidatorOptions = { stopAtFirstError: true, validationError: { target: false, value: false } };

/** Checks a row by the rules of a new ticket. Empty properties get their default. */
export function checkRow(fields: RowFields, defaults: Partial<SuggestedProperties>): CheckedRow {
  const fromFile = { category: emptyToUndefined(fields.category), priority: emptyToUndefined(fields.priority) };
  const row = Object.assign(new ImportRowDto(), {
    title: trimmed(fields.title),
    description: fields.description,
    category: fromFile.category ?? defaults.category,
    priority: fromFile.priority ?? defaults.priority,
    status: emptyToUndefined(fields.status),
    created_at: emptyToUndefined(fields.created_at),
  });
  const errors = fieldErrors(validateSync(row, OPTIONS));
  if (errors.length) return { errors: errors.map(({ path, detail }) => ({ pointer: jsonPointer(path), detail })) };
  const { title, description, category, priority, status = 'open', created_at } = row;
  const createdAt = created_at === undefined ? undefined : parseRfc3339(created_at);
  return {
    ticket: { title, description, category, priority, status, createdAt },
    filled: PROPERTIES_WITH_DEFAULT.filter((property) => fromFile[property] === undefined),
  };
}

function emptyToUndefined(value: unknown): unknown {
  return value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
}

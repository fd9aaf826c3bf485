import { PROPERTY_DEFAULTS, PROPERTY_NAMES, type SuggestedProperties } from '@docket/domain';
import { type ValidatorOptions, validateSync } from 'class-validator';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { fieldErrors } from '../../platform/validation/field-errors';
import { jsonPointer } from '../../platform/validation/json-pointer';
import { trimText } from '../../platform/validation/trim';
import type { NewTicket } from '../model/new-ticket';
import { ImportRowDto } from './import-row.dto';
import type { RowFields } from './read-row';
import { parseRfc3339 } from './rfc3339';

/** A valid row. */
export interface ValidRow {
  readonly ticket: NewTicket;
  /** The properties that come from the defaults. */
  readonly defaulted: readonly (keyof SuggestedProperties)[];
}

/** A valid row, or all errors of an invalid one. */
export type CheckedRow = ValidRow | { readonly errors: ProblemErrorDto[] };

const OPTIONS: ValidatorOptions = { stopAtFirstError: true, validationError: { target: false, value: false } };
const SUGGESTED_NAMES = ['category', 'priority'] as const;

/** Checks a row by the rules of a new ticket. Empty properties get their default. */
export function checkRow(fields: RowFields, defaults: Partial<SuggestedProperties>): CheckedRow {
  const allDefaults: Readonly<Record<string, string | undefined>> = { ...PROPERTY_DEFAULTS, ...defaults };
  const row = Object.assign(new ImportRowDto(), {
    title: trimText(fields.title),
    description: fields.description,
    created_at: emptyToUndefined(fields.created_at),
  });
  for (const name of PROPERTY_NAMES)
    Object.assign(row, { [name]: emptyToUndefined(fields[name]) ?? allDefaults[name] });
  const errors = fieldErrors(validateSync(row, OPTIONS));
  if (errors.length) return { errors: errors.map(({ path, detail }) => ({ pointer: jsonPointer(path), detail })) };
  const { created_at, ...ticket } = row;
  return {
    ticket: { ...ticket, createdAt: created_at === undefined ? undefined : parseRfc3339(created_at) },
    defaulted: SUGGESTED_NAMES.filter((name) => emptyToUndefined(fields[name]) === undefined),
  };
}

function emptyToUndefined(value: unknown): unknown {
  return value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
}

import { PROPERTY_DEFAULTS, PROPERTY_NAMES, PROPERTY_VALUES, type PropertyName } from '@docket/domain';
import { type ValidatorOptions, validateSync } from 'class-validator';
import type { ProblemErrorDto } from '../../platform/problems/problem.dto';
import { fieldErrors } from '../../platform/validation/field-errors';
import { jsonPointer } from '../../platform/validation/json-pointer';
import { codePointLength, hasVisibleCharacter, storageError } from '../../platform/validation/text-rules';
import { trimText } from '../../platform/validation/trim';
import { CreateTicketDto } from '../api/create-ticket.dto';
import { EXTERNAL_ID_MAX_LENGTH, type NewTicket } from '../model/new-ticket';
import { type RowAssignment, readAssignment } from './assignment';
import { htmlText } from './html/html-text';
import type { ImportOptions } from './import-options';
import type { ImportReading } from './import-reading';
import { isNoTime, isPlaceholder } from './placeholders';
import { readRequester } from './requester';
import type { DefaultedField, LeftOutField, RowAdjustments } from './row-adjustments';
import type { RowFields, RowMapper } from './row-mapper';
import { readTags } from './tags';
import type { NamedRequester } from '../../requesters';
import { shortened } from '@docket/import-rows';
import { type TimeOptions, readCreationTime } from './times/creation-time';

/** The position of a row in its file. */
export interface RowPlace {
  readonly line: number;
  /** Number of the row in a JSON document. */
  readonly row?: number;
}

/** A valid row. */
export interface ValidRow extends RowPlace, RowAdjustments, RowAssignment {
  /** The ticket, before its people and team are resolved to ids. */
  readonly ticket: NewTicket;
  readonly requester?: NamedRequester;
}

/** A valid row, or all errors of an invalid one. */
export type CheckedRow = ValidRow | { readonly errors: ProblemErrorDto[] };

const OPTIONS: ValidatorOptions = { stopAtFirstError: true, validationError: { target: false, value: false } };

/** Validates the rows of one file by the rules for new tickets. */
export class RowChecker {
  private readonly defaults: Readonly<Partial<Record<PropertyName, string>>>;

  constructor(
    private readonly options: ImportOptions,
    private readonly mapper: Pick<
      RowMapper,
      'labels' | 'hasNoDescriptions' | 'hasPlainTexts' | 'timeZone' | 'unclearZone' | 'hasSerialTimes' | 'hasSpacedTags'
    >,
    private readonly reading: ImportReading,
  ) {
    this.defaults = { ...PROPERTY_DEFAULTS, ...options.defaults };
  }

  /** Checks a row. Empty properties and unknown words get their default, if there is one. */
  check(line: number, fields: RowFields): CheckedRow {
    const defaulted: DefaultedField[] = [];
    const wordErrors: ProblemErrorDto[] = [];
    const { hasPlainTexts } = this.mapper;
    const title = trimText(hasPlainTexts ? fields.title : titleOf(fields.title));
    const description = hasPlainTexts ? fields.description : withoutHtml(fields.description);
    const row = Object.assign(new CreateTicketDto(), { title, description });
    if (this.usesTitle(description)) {
      row.description = typeof title === 'string' && hasVisibleCharacter(title) ? title : '-'; // so an empty title is only one error
      defaulted.push('description');
    }
    for (const name of PROPERTY_NAMES) {
      const label = this.readLabel(name, fields[name]);
      if (label === undefined && !isEmpty(fields[name])) wordErrors.push(wordError(name, fields[name]));
      Object.assign(row, { [name]: label?.value ?? (isEmpty(fields[name]) ? undefined : PROPERTY_VALUES[name][0]) });
      if (label?.isDefault) defaulted.push(name);
    }
    const createdAt = hasNoTime(fields.created_at)
      ? undefined
      : readCreationTime(fields.created_at, this.timeOptions());
    const externalId = readExternalId(fields.external_id);
    const idError = externalIdError(externalId);
    const { requester, isNamedOnly = false, error: requesterError } = readRequester(fields);
    const { tags, hasLost } = readTags(fields.tags, this.mapper.hasSpacedTags ?? true);
    const errors = [
      ...fieldErrors(validateSync(row, OPTIONS)).map(({ path, detail }) => ({ pointer: jsonPointer(path), detail })),
      ...wordErrors,
      ...(typeof createdAt === 'string' ? [{ pointer: '/created_at', detail: createdAt }] : []),
      ...(idError ? [{ pointer: '/external_id', detail: idError }] : []),
      ...(requesterError ? [{ pointer: `/${requesterError.field}`, detail: requesterError.detail }] : []),
    ];
    if (errors.length || typeof createdAt === 'string') return { errors };
    const leftOut: LeftOutField[] = [
      ...(isNamedOnly ? ['requester' as const] : []),
      ...(hasLost ? ['tags' as const] : []),
    ];
    return {
      line,
      ticket: { ...row, createdAt, externalId, ...(tags.length > 0 && { tags }) },
      ...(requester && { requester }),
      ...readAssignment(fields),
      defaulted,
      leftOut,
    };
  }

  /** The options for times. A zone in the column name takes precedence over the caller's. */
  private timeOptions(): TimeOptions {
    const { timeZone = this.options.timeZone, unclearZone, hasSerialTimes: isSerial } = this.mapper;
    return { dateOrder: this.options.dateOrder, timeZone, unclearZone, isSerial };
  }

  private usesTitle(description: unknown): boolean {
    if (this.mapper.hasNoDescriptions) return true;
    const isBlank = isEmpty(description) || (typeof description === 'string' && !hasVisibleCharacter(description));
    return this.options.titleIsDescription && isBlank;
  }

  /** The label of a value, or the default; undefined if there is neither. */
  private readLabel(
    name: PropertyName,
    value: unknown,
  ): { readonly value?: string; readonly isDefault: boolean } | undefined {
    const fallback = this.defaults[name];
    const isDefault = name !== 'status' || !isEmpty(value); // `open` is the initial status of any ticket
    if (isEmpty(value)) return { value: fallback, isDefault: isDefault && fallback !== undefined };
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const word = String(value);
    const known = this.mapper.labels.read(name, word);
    const label = known?.label ?? fallback;
    const reason =
      known?.label == null ? (known?.reason ?? (label === undefined ? 'rejected' : 'default')) : known.reason;
    this.reading.countWord(name, word, label, reason);
    if (known?.label != null) return { value: known.label, isDefault: false };
    return label === undefined ? undefined : { value: label, isDefault: true };
  }
}

/** Converts an HTML description to text: desks that receive mails store HTML. */
function withoutHtml(value: unknown): unknown {
  return typeof value === 'string' ? (htmlText(value) ?? value) : value;
}

/** Converts an HTML title to text: Intercom stores titles as HTML, too. */
function titleOf(value: unknown): unknown {
  return typeof value === 'string' ? (htmlText(value)?.replaceAll(/\n+/g, ' ') ?? value) : value;
}

function wordError(name: PropertyName, value: unknown): ProblemErrorDto {
  const values = `must be one of ${PROPERTY_VALUES[name].join(', ')}`;
  const isWord = typeof value === 'string' || typeof value === 'number';
  const hint = isWord
    ? `; map=${name}.${shortened(String(value))}=${PROPERTY_VALUES[name][0]} says what this word means`
    : '';
  return { pointer: `/${name}`, detail: values + hint };
}

/** The external id of a row; undefined if it has none. `0` stands for no record. */
function readExternalId(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const id = String(value).trim();
  return hasVisibleCharacter(id) && id !== '0' && !isPlaceholder(id) ? id : undefined;
}

/** The error of an id that cannot be stored. Without the id, importing the file again would duplicate the row. */
function externalIdError(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const error =
    codePointLength(id) > EXTERNAL_ID_MAX_LENGTH
      ? `must be at most ${EXTERNAL_ID_MAX_LENGTH} characters`
      : storageError(id);
  return error && `${error}; map=external_id=- imports rows without their ids`;
}

function hasNoTime(value: unknown): boolean {
  return isEmpty(value) || (typeof value === 'string' && isNoTime(value));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

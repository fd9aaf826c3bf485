import { type ArgumentMetadata, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import * as transformerPackage from 'class-transformer';
import * as validatorPackage from 'class-validator';
import { InvalidInputException } from '../problems/invalid-input.exception';
import type { ProblemErrorDto } from '../problems/problem.dto';
import { MAX_NAME_LENGTH, cutText } from './cut-text';
import { findContentErrors, findSizeError } from './content-checks';
import { type FieldError, fieldErrors } from './field-errors';
import { jsonPointer } from './json-pointer';

/** Maximum number of errors in one response. */
const MAX_ERRORS = 100;

const DEFAULTS: ValidationPipeOptions = {
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  stopAtFirstError: true,
  validationError: { target: false, value: false },
  validatorPackage,
  transformerPackage,
};

/**
 * Nest's ValidationPipe, with errors for a problem document: each has a JSON pointer or the name of a parameter. Before Nest
 * transforms an input, this pipe limits its size and its unknown fields, and finds text that cannot be stored: Nest does neither.
 * Values of primitive types stay as sent, so that their own pipes see leading zeros.
 */
export class InputPipe extends ValidationPipe {
  constructor(options: Omit<ValidationPipeOptions, 'exceptionFactory'> = {}) {
    super({ ...DEFAULTS, ...options, exceptionFactory: (errors) => new FieldErrors(fieldErrors(errors)) });
  }

  override async transform(input: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isDto = this.toValidate(metadata);
    const isBody = metadata.type === 'body';
    if (!isDto && !isBody) return input;
    if (isDto && isBody && !isObject(input)) throwIfInvalid([{ path: [], detail: 'must be a JSON object' }], metadata);
    const sizeError = findSizeError(input);
    if (sizeError) throwIfInvalid([sizeError], metadata);
    const fields = isDto && isObject(input) ? limitUnknownFields(input, metadata) : input;
    const contentErrors = findContentErrors(fields, MAX_ERRORS);
    const result: unknown = isDto ? await super.transform(fields, metadata).catch(returnFieldErrors) : fields;
    throwIfInvalid([...(result instanceof FieldErrors ? result.errors : []), ...contentErrors], metadata);
    return result;
  }
}

/** Carries the errors of the fields out of Nest's pipe. */
class FieldErrors extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('The input is not valid');
  }
}

function returnFieldErrors(error: unknown): FieldErrors {
  if (error instanceof FieldErrors) return error;
  throw error;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Drops unknown fields after the first {@link MAX_ERRORS}: the request is rejected anyway. */
function limitUnknownFields(input: Record<string, unknown>, { metatype }: ArgumentMetadata): Record<string, unknown> {
  const names = Object.keys(input);
  if (!metatype || names.length <= MAX_ERRORS) return input;
  const rules = validatorPackage.getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
  const known = new Set(rules.map(({ propertyName }) => propertyName));
  let unknown = 0;
  const kept = names.filter((name) => known.has(name) || ++unknown <= MAX_ERRORS);
  return Object.fromEntries(kept.map((name) => [name, input[name]]));
}

/** Throws the errors, if any: the first one of each field. */
function throwIfInvalid(errors: readonly FieldError[], { type, data }: ArgumentMetadata): void {
  const byLocation = new Map<string, ProblemErrorDto>();
  for (const { path, detail } of errors) {
    const names = (data ? [data, ...path] : path).map((name) => cutText(name, MAX_NAME_LENGTH));
    const location = type === 'body' ? { pointer: jsonPointer(names) } : { parameter: names.join('.') };
    const key = location.pointer ?? location.parameter ?? '';
    if (!byLocation.has(key)) byLocation.set(key, { ...location, detail });
  }
  if (byLocation.size > 0) throw new InvalidInputException([...byLocation.values()].slice(0, MAX_ERRORS));
}

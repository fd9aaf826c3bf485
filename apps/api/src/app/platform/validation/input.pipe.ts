import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInputException } from '../problems/invalid-input.exception';
import type { ProblemErrorDto } from '../problems/problem.dto';
import { jsonPointer } from './json-pointer';
import { tooDeepPlace, unstorableTexts } from './body-texts';
import { type Shape, validateFields } from './validate-fields';

/** Fields of an answer that a client may send back: they are ignored. */
const READ_ONLY_FIELDS = ['id', 'created_at', 'updated_at'];

/** A request with more mistakes than this hears of the first ones only. */
const MAX_ERRORS = 100;

/** Reads bodies and query strings into the classes that the controllers name, or says everything that is wrong with them. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(input: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (!isShape(metatype)) return input;
    if (type === 'body') return readBody(metatype, input);
    if (type === 'query') return readQuery(metatype, input as Record<string, unknown>);
    return input;
  }
}

function readBody(shape: Shape, body: unknown): object {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidInputException([{ pointer: '', detail: 'must be a JSON object' }]);
  }
  const fields = Object.entries(body).filter(([name]) => !READ_ONLY_FIELDS.includes(name));
  const tooDeep = tooDeepPlace(body);
  if (tooDeep) throw new InvalidInputException([{ pointer: tooDeep, detail: 'is nested too deeply' }]);
  const { value, errors } = validateFields(shape, Object.fromEntries(fields.map(withoutContent)));
  refuse([
    ...errors.map(({ field, detail }) => ({ pointer: jsonPointer([field]), detail })),
    ...unstorableTexts(body, MAX_ERRORS),
  ]);
  return value;
}

/** No field of a body takes a list or an object, and class-transformer would copy what is in one: seconds for a megabyte. */
function withoutContent([name, value]: [name: string, value: unknown]): [name: string, value: unknown] {
  return [name, typeof value === 'object' && value !== null ? {} : value];
}

function readQuery(shape: Shape, query: Record<string, unknown>): object {
  const { value, errors } = validateFields(shape, query);
  refuse(errors.map(({ field, detail }) => ({ parameter: field, detail })));
  return value;
}

/** Refuses a request with errors; the first one that is known of a field stands for it. */
function refuse(errors: readonly ProblemErrorDto[]): void {
  const byPlace = new Map<string, ProblemErrorDto>();
  for (const error of errors) {
    const place = error.parameter ?? error.pointer ?? '';
    if (!byPlace.has(place)) byPlace.set(place, error);
  }
  if (byPlace.size > 0) throw new InvalidInputException([...byPlace.values()].slice(0, MAX_ERRORS));
}

function isShape(metatype: ArgumentMetadata['metatype']): metatype is Shape {
  return metatype !== undefined && ![String, Number, Boolean, Array, Object].some((type) => type === metatype);
}

import type { ValidationError } from 'class-validator';

/** An error of one field of an input. */
export interface FieldError {
  /** The names and indexes that lead to the field. */
  readonly path: readonly string[];
  /** A phrase that follows the name of the field. */
  readonly detail: string;
}

export const UNKNOWN_FIELD = 'is not known here';

/** The start of class-validator's own messages. It repeats the name of the field. */
const SUBJECT = /^(each value in )?(nested property )?(\S+) /;

/** Flattens class-validator's tree of errors: the first error of each field, unknown fields last. */
export function fieldErrors(errors: readonly ValidationError[], parents: readonly string[] = []): FieldError[] {
  return errors
    .flatMap(({ property, constraints = {}, children = [] }) => {
      const path = [...parents, property];
      const [rule] = Object.entries(constraints);
      return [...(rule ? [{ path, detail: toDetail(rule, path) }] : []), ...fieldErrors(children, path)];
    })
    .sort((one, other) => Number(one.detail === UNKNOWN_FIELD) - Number(other.detail === UNKNOWN_FIELD));
}

function toDetail([rule, message]: [rule: string, message: string], path: readonly string[]): string {
  if (rule === 'whitelistValidation') return UNKNOWN_FIELD;
  const [start = '', each, nested, name = ''] = SUBJECT.exec(message) ?? [];
  if (!path.includes(name)) return message; // a custom message of the DTO
  const predicate = message.slice(start.length);
  return each && !nested ? `each value ${predicate}` : predicate;
}

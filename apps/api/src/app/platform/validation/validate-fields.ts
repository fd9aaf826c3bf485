import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { type FieldError, compileRules } from './compiled-rules';

/** A class whose decorators say what its fields may hold. */
export type Shape<T extends object = object> = new () => T;

/** The fields of an input: read into their shape, and everything that is wrong with them. */
export interface ValidatedFields<T extends object> {
  /** To be used only when there are no errors. */
  readonly value: T;
  /** One for each wrong field, in the order of the shape, then of the input. */
  readonly errors: readonly FieldError[];
}

/**
 * Reads an input into a shape and checks every field of it. Fields that the shape does not know are errors too, also those
 * that class-validator's own whitelist overlooks, such as `__proto__`.
 */
export function validateFields<T extends object>(
  shape: Shape<T>,
  input: Readonly<Record<string, unknown>>,
): ValidatedFields<T> {
  const { known, errorsOf } = rulesOf(shape);
  const names = Object.keys(input);
  const value = plainToInstance(
    shape,
    Object.fromEntries(names.filter((name) => known.includes(name)).map((name) => [name, input[name]])),
  );
  const wrong = errorsOf(value);
  const errors = known.flatMap((field) => {
    const error = wrong.find((one) => one.field === field);
    return error ? [error] : [];
  });
  const unknown = names
    .filter((name) => !known.includes(name))
    .map((field) => ({ field, detail: 'is not known here' }));
  return { value, errors: [...errors, ...unknown] };
}

/** The fields that a shape knows, in its order, and what is wrong with an object of it. */
interface Rules {
  readonly known: readonly string[];
  readonly errorsOf: (object: object) => readonly FieldError[];
}

const rulesOfShapes = new Map<Shape, Rules>();

function rulesOf(shape: Shape): Rules {
  const cached = rulesOfShapes.get(shape);
  if (cached) return cached;
  const decorations = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const known = [...new Set(decorations.map(({ propertyName }) => propertyName))];
  const rules = { known, errorsOf: compileRules(shape) };
  rulesOfShapes.set(shape, rules);
  return rules;
}

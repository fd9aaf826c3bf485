import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';

/** A class whose decorators say what its fields may hold. */
export type Shape<T extends object = object> = new () => T;

/** What is wrong with one field, as a phrase that follows its name. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

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
  const known = fieldsOf(shape);
  const names = Object.keys(input);
  const value = plainToInstance(
    shape,
    Object.fromEntries(names.filter((name) => known.includes(name)).map((name) => [name, input[name]])),
  );
  const wrong = new Map(
    validateSync(value, { stopAtFirstError: true }).map(({ property, constraints = {} }) => [
      property,
      Object.values(constraints)[0] ?? 'is not valid',
    ]),
  );
  const errors = known.flatMap((field) => {
    const detail = wrong.get(field);
    return detail === undefined ? [] : [{ field, detail }];
  });
  const unknown = names
    .filter((name) => !known.includes(name))
    .map((field) => ({ field, detail: 'is not known here' }));
  return { value, errors: [...errors, ...unknown] };
}

const fieldsOfShapes = new Map<Shape, readonly string[]>();

function fieldsOf(shape: Shape): readonly string[] {
  const cached = fieldsOfShapes.get(shape);
  if (cached) return cached;
  const rules = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const fields = [...new Set(rules.map(({ propertyName }) => propertyName))];
  fieldsOfShapes.set(shape, fields);
  return fields;
}

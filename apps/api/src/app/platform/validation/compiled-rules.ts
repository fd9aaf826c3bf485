import { type ValidationArguments, ValidationTypes, getMetadataStorage } from 'class-validator';

/** What is wrong with one field, as a phrase that follows its name. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** class-validator's record of one decorator on one field. */
type Decoration = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/**
 * The rules that a DTO's decorators state, looked up once for all objects. It finds what `validateSync` finds, which looks them up
 * anew for each object: 100 µs, against 1 µs here, and an import checks millions. It knows the decorators that the DTOs are
 * made of: `ValidateBy` and `ValidateIf`, without options.
 * @throws Error when the class has a decorator of another kind
 */
export function compileRules<T extends object>(type: new () => T): (object: T) => FieldError[] {
  const decorations = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const unknown = decorations.find((decoration) => !isKnown(decoration));
  if (unknown) throw new Error(`${type.name}.${unknown.propertyName} has a rule of a kind that cannot be compiled`);
  const rules = decorations.filter(isRule).map((rule) => ({
    property: rule.propertyName as keyof T & string,
    constraints: rule.constraints,
    validator: validatorOf(rule),
    conditions: decorations
      .filter((other) => !isRule(other) && other.propertyName === rule.propertyName)
      .map(conditionOf),
  }));

  return (object) => {
    const errors: FieldError[] = [];
    for (const { property, constraints, validator, conditions } of rules) {
      const value: unknown = object[property];
      if (!conditions.every((holds) => holds(object, value))) continue;
      const validation: ValidationArguments = { value, object, property, constraints, targetName: type.name };
      if (validator.validate(value, validation)) continue;
      errors.push({ field: property, detail: validator.defaultMessage?.(validation) ?? 'is not valid' });
    }
    return errors;
  };
}

function isRule({ type }: Decoration): boolean {
  return type === ValidationTypes.CUSTOM_VALIDATION;
}

function isKnown({ type, each, message, groups }: Decoration): boolean {
  const kinds = [ValidationTypes.CUSTOM_VALIDATION, ValidationTypes.CONDITIONAL_VALIDATION];
  return kinds.includes(type) && !each && !message && !groups?.length;
}

function validatorOf({ constraintCls, propertyName }: Decoration) {
  const [validator] = getMetadataStorage().getTargetValidatorConstraints(constraintCls);
  if (!validator) throw new Error(`The rule of ${propertyName} has no validator`);
  return validator.instance;
}

function conditionOf({ constraints }: Decoration): (object: object, value: unknown) => boolean {
  return constraints[0] as (object: object, value: unknown) => boolean;
}

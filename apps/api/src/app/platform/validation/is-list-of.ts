import { applyDecorators } from '@nestjs/common';
import { IsArray, IsIn, type ValidationOptions } from 'class-validator';

/** The field is a list. Each element is one of the values. */
export function IsListOf(values: readonly string[], options?: ValidationOptions): PropertyDecorator {
  const shared = { message: `$property must be one or more of ${values.join(', ')}`, ...options };
  return applyDecorators(IsArray(shared), IsIn(values, { ...shared, each: true }));
}

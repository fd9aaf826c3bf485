import { ID_MAX } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import { IsInt, Max, Min, type ValidationOptions } from 'class-validator';

/** The field is an id. */
export function IsId(options?: ValidationOptions): PropertyDecorator {
  const subject = options?.each ? 'each value in $property' : '$property';
  const shared = { message: `${subject} must be a positive whole number of 32 bits`, ...options };
  return applyDecorators(IsInt(shared), Min(1, shared), Max(ID_MAX, shared));
}

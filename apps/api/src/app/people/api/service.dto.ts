import { ROLES, type Role, USER_NAME_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import type { Service } from '../tokens/services.service';

/** A service to make. */
export class CreateServiceDto {
  @ApiProperty({
    minLength: 1,
    maxLength: USER_NAME_MAX_LENGTH,
    description: 'The name of the service.',
    example: 'Mail import',
  })
  @OneLine()
  @IsText({ maxLength: USER_NAME_MAX_LENGTH })
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', description: 'The most that its tokens may do.', example: 'agent' })
  @IsOneOf(ROLES)
  role!: Role;
}

/** A program that is a user of its own, with tokens instead of a password. */
export class ServiceDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the service.', example: 12 })
  id!: number;

  @ApiProperty({ description: 'The name of the service.', example: 'Mail import' })
  name!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', description: 'The most that its tokens may do.', example: 'agent' })
  role!: Role;

  @ApiProperty({ format: 'date-time', description: 'When it was made.', example: '2026-03-02T09:30:00.000Z' })
  created_at!: string;
}

export function toServiceDto({ id, name, role, createdAt }: Service): ServiceDto {
  return { id, name, role, created_at: createdAt };
}

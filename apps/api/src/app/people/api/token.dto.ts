import {
  ID_MAX,
  PERMISSIONS,
  type Permission,
  TOKEN_DAYS_DEFAULT,
  TOKEN_DAYS_MAX,
  TOKEN_NAME_MAX_LENGTH,
} from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsListOf } from '../../platform/validation/is-list-of';
import { IsText } from '../../platform/validation/is-text';
import { ToBoolean, ToNumber } from '../../platform/validation/query-values';
import { OneLine } from '../../platform/validation/one-line';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import type { CreatedToken, ListedToken } from '../tokens/tokens.service';

const SCOPES = {
  enum: PERMISSIONS,
  enumName: 'Permission',
  isArray: true,
  minItems: 1,
  uniqueItems: true,
  description: 'The permissions of the token. The role of its owner must have them, also when the token is used.',
  example: ['tickets:read'],
} as const;

/** A token to make. */
export class CreateTokenDto {
  @ApiProperty({
    minLength: 1,
    maxLength: TOKEN_NAME_MAX_LENGTH,
    description: 'What the token is for.',
    example: 'Nightly export',
  })
  @OneLine()
  @IsText({ maxLength: TOKEN_NAME_MAX_LENGTH })
  name!: string;

  @ApiProperty(SCOPES)
  @IsListOf(PERMISSIONS)
  @ArrayUnique({ message: '$property must not repeat a permission' })
  @ArrayNotEmpty({ message: '$property must be one or more permissions' })
  scopes!: Permission[];

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: TOKEN_DAYS_MAX,
    nullable: true,
    default: TOKEN_DAYS_DEFAULT,
    description: 'Days until the token expires. `null` if it never expires, which is for services only.',
    example: 90,
  })
  @Max(TOKEN_DAYS_MAX)
  @Min(1)
  @IsInt({ message: `$property must be a whole number from 1 to ${TOKEN_DAYS_MAX}` })
  @IsOptional()
  expires_in_days?: number | null;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: ID_MAX,
    description: 'The service that the token acts for. Absent for your own token.',
    example: 12,
  })
  @Max(ID_MAX)
  @Min(1)
  @IsInt({ message: '$property must be the id of a service' })
  @ValidateIfDefined()
  user_id?: number;
}

/** The query string of the list. */
export class ListTokensDto {
  @ApiProperty({
    required: false,
    default: false,
    description: 'The tokens of everyone and of all services. Needs the permission `services`.',
  })
  @ToBoolean()
  @IsOptional()
  @IsBoolean({ message: '$property must be true or false' })
  all?: boolean;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    maximum: ID_MAX,
    description: 'With `all`: only tokens with a lower id. The `Link` header has the address of the next page.',
  })
  @ToNumber()
  @IsOptional()
  @Max(ID_MAX)
  @Min(1)
  @IsInt({ message: '$property must be the id of a token' })
  before?: number;
}

/** The person or service that a token acts for. */
export class TokenOwnerDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the person or service.', example: 3 })
  id!: number;

  @ApiProperty({ description: 'The name of the person or service.', example: 'Priya Nair' })
  name!: string;

  @ApiProperty({ enum: ['person', 'service'], description: 'Whether the owner is a person or a service.' })
  kind!: 'person' | 'service';
}

/** A token without its secret. */
export class TokenDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the token.', example: 7 })
  id!: number;

  @ApiProperty({ description: 'What the token is for.', example: 'Nightly export' })
  name!: string;

  @ApiProperty({ description: 'The first characters of the token.', example: 'dkp_Ab3x' })
  start!: string;

  @ApiProperty(SCOPES)
  scopes!: Permission[];

  @ApiProperty({ description: 'Whom the token acts for.' })
  owner!: TokenOwnerDto;

  @ApiProperty({ format: 'date-time', description: 'When the token was made.', example: '2026-03-02T09:30:00.000Z' })
  created_at!: string;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'When the token stops working. Absent if it never does.',
    example: '2026-05-31T09:30:00.000Z',
  })
  expires_at?: string;

  @ApiProperty({
    required: false,
    format: 'date-time',
    description: 'The last request with the token, to the minute. Absent if there was none.',
    example: '2026-03-02T10:00:00.000Z',
  })
  last_used_at?: string;
}

/** A new token with its secret. */
export class CreatedTokenDto extends TokenDto {
  @ApiProperty({
    description: 'The token, for the header `Authorization: Bearer`. Docket cannot show it again.',
    example: 'dkp_…',
  })
  token!: string;
}

export function toTokenDto(token: ListedToken): TokenDto {
  const { id, name, start, scopes, createdAt, expiresAt, lastUsedAt, ownerId, ownerName, ownerKind } = token;
  return {
    id,
    name,
    start,
    scopes,
    owner: { id: ownerId, name: ownerName, kind: ownerKind },
    created_at: createdAt,
    ...(expiresAt && { expires_at: expiresAt }),
    ...(lastUsedAt && { last_used_at: lastUsedAt }),
  };
}

export function toCreatedTokenDto({ secret, token }: CreatedToken): CreatedTokenDto {
  return { ...toTokenDto(token), token: secret };
}

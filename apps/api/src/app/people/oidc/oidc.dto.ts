import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Identity } from '../model/identity.entity';

const RETURN_TO = {
  maxLength: 2000,
  description: 'The page to open afterwards: a path of this site. `/tickets` for anything else.',
  example: '/tickets/7',
} as const;

/** The query string that starts a visit to the identity provider. */
export class StartSingleSignOnDto {
  @ApiPropertyOptional(RETURN_TO)
  @MaxLength(2000)
  @IsString()
  @IsOptional()
  return_to?: string;

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Whether to prove the identity of the signed-in person again, for operations that need it.',
    example: 'true',
  })
  @IsIn(['true', 'false'])
  @IsOptional()
  step_up?: 'true' | 'false';
}

/** The page to open after an identity is linked. */
export class LinkIdentityDto {
  @ApiPropertyOptional(RETURN_TO)
  @MaxLength(2000)
  @IsString()
  @IsOptional()
  return_to?: string;
}

/** The sign-in page of the identity provider. */
export class ProviderPageDto {
  @ApiProperty({
    format: 'uri',
    description: 'The page of the identity provider. Open it in the same browser within 10 minutes.',
    example: 'https://sso.example.com/authorize?client_id=docket&state=k3',
  })
  url!: string;
}

/** An account at an identity provider that signs a person in. */
export class IdentityDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the identity.', example: 5 })
  id!: number;

  @ApiProperty({ format: 'uri', description: 'The provider.', example: 'https://sso.example.com/realms/desk' })
  issuer!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The email address that the provider named at the last sign-in.',
    example: 'priya.nair@desk.example',
  })
  email!: string | null;

  @ApiProperty({ format: 'date-time', description: 'When it was linked.', example: '2026-03-01T09:30:00.000Z' })
  created_at!: string;
}

export function toIdentityDto({ id, issuer, email, createdAt }: Identity): IdentityDto {
  return { id, issuer, email, created_at: createdAt.toISOString() };
}

import { PASSWORD_MAX_LENGTH, PERMISSIONS, type Permission, ROLES, type Role } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { OneSpelling } from '../../platform/validation/email-address';
import { IsText } from '../../platform/validation/is-text';

/** The methods of sign-in. */
const SIGN_IN_METHODS = ['password', 'oidc'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** The signed-in person. */
export class SessionUserDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the person.', example: 3 })
  id!: number;

  @ApiProperty({ description: 'The name of the person.', example: 'Priya Nair' })
  name!: string;

  @ApiProperty({ format: 'idn-email', description: 'The email address.', example: 'priya.nair@desk.example' })
  email!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', description: 'What the person may do.', example: 'agent' })
  role!: Role;

  @ApiProperty({ description: 'Whether the person has a password. Others use single sign-on only.', example: true })
  has_password!: boolean;
}

/** The session of this browser, and its permissions. */
export class SessionDto {
  @ApiProperty({
    enum: ['open', 'closed'],
    description: '`open` if nobody needs to sign in, `closed` otherwise.',
    example: 'closed',
  })
  mode!: 'open' | 'closed';

  @ApiProperty({ required: false, description: 'The signed-in person. Absent if nobody is.' })
  user?: SessionUserDto;

  @ApiProperty({
    enum: PERMISSIONS,
    enumName: 'Permission',
    isArray: true,
    description: 'What the sender of this request may do.',
    example: ['tickets:read'],
  })
  permissions!: Permission[];

  @ApiProperty({
    enum: SIGN_IN_METHODS,
    enumName: 'SignInMethod',
    isArray: true,
    description: 'How people can sign in: with a password, or at an OpenID Connect provider.',
    example: ['password'],
  })
  methods!: SignInMethod[];

  @ApiProperty({ required: false, description: 'What people call the OpenID Connect provider.', example: 'Acme SSO' })
  provider?: string;

  @ApiProperty({ description: 'Whether the first administrator is still missing.', example: false })
  needs_set_up!: boolean;

  @ApiProperty({ description: 'Whether people who forgot their password can ask for a link by mail.', example: true })
  can_reset!: boolean;

  @ApiProperty({ description: 'Whether people without an account may file tickets.', example: false })
  has_public_form!: boolean;

  @ApiProperty({
    description: 'Whether a language model is configured, which can summarise tickets and draft replies.',
    example: true,
  })
  has_model!: boolean;
}

/** The password of the signed-in person. */
export class StepUpDto {
  @ApiProperty({
    maxLength: 4 * PASSWORD_MAX_LENGTH,
    format: 'password',
    description: 'The password.',
    example: 'green lantern over the quay',
  })
  @MaxLength(4 * PASSWORD_MAX_LENGTH)
  @IsString()
  password!: string;
}

/** An email address and a password. */
export class SignInDto {
  @ApiProperty({ maxLength: 254, description: 'The email address.', example: 'priya.nair@desk.example' })
  @OneSpelling()
  @IsText({ maxLength: 254 })
  email!: string;

  @ApiProperty({
    maxLength: 4 * PASSWORD_MAX_LENGTH,
    format: 'password',
    description: 'The password.',
    example: 'green lantern over the quay',
  })
  @MaxLength(4 * PASSWORD_MAX_LENGTH)
  @IsString()
  password!: string;
}

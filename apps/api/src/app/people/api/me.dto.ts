import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsNewPassword } from '../passwords/is-password';
import type { OwnSession } from '../sessions/own-sessions';

/** A browser in which you are signed in. */
export class OwnSessionDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the session.', example: 41 })
  id!: number;

  @ApiProperty({ description: 'Whether this request belongs to the session.', example: true })
  current!: boolean;

  @ApiProperty({ description: 'The address of the network at the sign-in.', example: '203.0.113.7' })
  ip!: string;

  @ApiProperty({ description: 'The browser at the sign-in, as it calls itself.', example: 'Mozilla/5.0 …' })
  user_agent!: string;

  @ApiProperty({ format: 'date-time', description: 'The sign-in.', example: '2026-03-02T09:30:00.000Z' })
  created_at!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'The last request, to the minute.',
    example: '2026-03-02T10:00:00.000Z',
  })
  seen_at!: string;
}

/** The current and the new password. */
export class ChangePasswordDto {
  @ApiProperty({
    maxLength: 4 * PASSWORD_MAX_LENGTH,
    format: 'password',
    description: 'The current password.',
    example: 'green lantern over the quay',
  })
  @MaxLength(4 * PASSWORD_MAX_LENGTH)
  @IsString()
  current!: string;

  @ApiProperty({
    format: 'password',
    minLength: PASSWORD_MIN_LENGTH,
    maxLength: PASSWORD_MAX_LENGTH,
    description: 'A new password. A sentence is fine; it needs no digits, signs or capitals.',
    example: 'blue lantern under the bridge',
  })
  @IsNewPassword()
  new!: string;
}

export function toOwnSessionDto({ id, isCurrent, ip, userAgent, createdAt, seenAt }: OwnSession): OwnSessionDto {
  return {
    id,
    current: isCurrent,
    ip,
    user_agent: userAgent,
    created_at: createdAt,
    seen_at: seenAt,
  };
}

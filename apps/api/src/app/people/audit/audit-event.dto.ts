import { SECURITY_EVENTS, type SecurityEventName } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { EventDetails } from '../model/security-event.entity';
import type { AuditRow } from './audit-log';

/** A person in an event. */
export class AuditPersonDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the person.', example: 3 })
  id!: number;

  @ApiProperty({ description: 'The name that the person has now.', example: 'Priya Nair' })
  name!: string;
}

/** Something that matters for security. */
export class AuditEventDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the event.', example: 4711 })
  id!: number;

  @ApiProperty({ format: 'date-time', description: 'When it happened.', example: '2026-11-27T09:30:00.000Z' })
  at!: string;

  @ApiProperty({
    enum: SECURITY_EVENTS,
    enumName: 'SecurityEventName',
    description: 'What happened.',
    example: 'sign_in',
  })
  event!: SecurityEventName;

  @ApiProperty({ type: AuditPersonDto, required: false, description: 'Who acted. Absent if nobody was signed in.' })
  actor?: AuditPersonDto;

  @ApiProperty({ type: AuditPersonDto, required: false, description: 'Whom the event is about.' })
  user?: AuditPersonDto;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    required: false,
    description: 'The id of the token that acted. Absent for a person in a browser.',
    example: 12,
  })
  token_id?: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }] },
    selfRequired: false,
    description: 'What changed, by the names of fields. Never a secret.',
    example: { role: 'agent' },
  })
  details?: EventDetails;

  @ApiProperty({ description: 'The network address of the client.', example: '203.0.113.7' })
  ip!: string;

  @ApiProperty({ description: 'The `User-Agent` of the client.', example: 'Mozilla/5.0' })
  user_agent!: string;

  @ApiProperty({ description: 'The id of the request in the log.', example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42' })
  request_id!: string;
}

export function toAuditEventDto(row: AuditRow): AuditEventDto {
  const { id, at, event, token_id, details, ip, user_agent, request_id } = row;
  return {
    id,
    at,
    event,
    ...(row.actor_id !== null && { actor: { id: row.actor_id, name: row.actor_name ?? '' } }),
    ...(row.user_id !== null && { user: { id: row.user_id, name: row.user_name ?? '' } }),
    ...(token_id !== null && { token_id }),
    ...(details !== null && { details }),
    ip,
    user_agent,
    request_id,
  };
}

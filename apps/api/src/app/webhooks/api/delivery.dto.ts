import { DELIVERY_STATES, type DeliveryState, WEBHOOK_TYPES, type WebhookType } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { EmptyToUndefined } from '../../platform/validation/query-values';
import { type AttemptRow, type DeliveryRow, TEST_TYPE } from '../deliveries.service';

const TIME = { format: 'date-time', example: '2026-11-29T09:30:00.000Z' } as const;

/** An attempt to send a delivery. */
export class AttemptDto {
  @ApiProperty({ ...TIME, description: 'When it ended.' })
  at!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How long it took, in milliseconds.', example: 84 })
  ms!: number;

  @ApiProperty({ type: 'integer', required: false, description: 'The status of the answer.', example: 204 })
  status?: number;

  @ApiProperty({ required: false, description: 'Why no answer came.', example: 'No complete answer within 15 s' })
  error?: string;

  @ApiProperty({ required: false, description: 'The first 1,024 bytes of the answer.', example: 'ok' })
  answer?: string;
}

/** A delivery in a response. */
export class DeliveryDto {
  @ApiProperty({ format: 'uuid', description: 'The header `webhook-id`. The same for each try.' })
  id!: string;

  @ApiProperty({ enum: [...WEBHOOK_TYPES, TEST_TYPE], enumName: 'DeliveryType', description: 'What happened.' })
  type!: WebhookType | typeof TEST_TYPE;

  @ApiProperty({ type: 'integer', minimum: 1, required: false, description: 'The id of the ticket.', example: 4711 })
  ticket_id?: number;

  @ApiProperty({ description: 'The body, as it is signed and sent: JSON text.' })
  body!: string;

  @ApiProperty({
    enum: DELIVERY_STATES,
    enumName: 'DeliveryState',
    description: '`dead` after ten tries in three days, or an answer 410.',
  })
  state!: DeliveryState;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'The number of tries so far.', example: 1 })
  tries!: number;

  @ApiProperty({ ...TIME, required: false, description: 'When the next try is due. Absent unless `pending`.' })
  next_at?: string;

  @ApiProperty({ ...TIME, description: 'When it was written.' })
  created_at!: string;

  @ApiProperty({ type: [AttemptDto], maxItems: 10, description: 'The newest tries, the last one first.' })
  attempts!: AttemptDto[];
}

/** The query string of the delivery log. */
export class ListDeliveriesDto {
  @ApiProperty({
    required: false,
    enum: DELIVERY_STATES,
    enumName: 'DeliveryState',
    description: 'Only deliveries in this state.',
  })
  @EmptyToUndefined()
  @IsOptional()
  @IsOneOf(DELIVERY_STATES)
  state?: DeliveryState;

  @ApiProperty({
    required: false,
    pattern: '^[0-9]{1,18}$',
    description: 'Only deliveries before this position, from the `Link` of the page before.',
    example: '1200',
  })
  @EmptyToUndefined()
  @IsOptional()
  @Matches(/^\d{1,18}$/, { message: '$property must come from the Link of the page before' })
  before?: string;
}

export function toDeliveryDto(row: DeliveryRow): DeliveryDto {
  const { id, type, ticket_id, body, state, tries, next_at, created_at, attempts } = row;
  return {
    id,
    type,
    ...(ticket_id !== null && { ticket_id }),
    body,
    state,
    tries,
    ...(state === 'pending' && { next_at }),
    created_at,
    attempts: attempts.map(toAttemptDto),
  };
}

function toAttemptDto({ at, ms, status, error, answer }: AttemptRow): AttemptDto {
  return {
    at,
    ms,
    ...(status !== null && { status }),
    ...(error !== null && { error }),
    ...(answer !== null && { answer }),
  };
}

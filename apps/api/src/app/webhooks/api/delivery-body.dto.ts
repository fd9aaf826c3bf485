import { EVENT_ID_MAX, ID_MAX, WEBHOOK_TYPES } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { EVENT_ACTOR_KINDS, type EventActorKind } from '../../history';
import { TEST_TYPE } from '../deliveries.service';

const TICKET_TYPES = WEBHOOK_TYPES.filter((type) => type !== 'import.batch');
type TicketType = (typeof TICKET_TYPES)[number];

const TIME = {
  format: 'date-time',
  description: 'The time of the event, not of the delivery.',
  example: '2026-11-29T09:30:00.000Z',
} as const;
const EVENT_ID = {
  type: 'integer',
  minimum: 1,
  maximum: EVENT_ID_MAX,
  description: 'Grows with every event of a ticket.',
  example: 1801,
} as const;

/** The actor of an event. */
export class DeliveryActorDto {
  @ApiProperty({ enum: EVENT_ACTOR_KINDS, enumName: 'ActorKind', example: 'human' })
  kind!: EventActorKind;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    description: 'The id of the person or the requester, or null.',
    example: 3,
  })
  id!: number | null;
}

/** Data of an event of a ticket. */
export class TicketDeliveryDataDto {
  @ApiProperty(EVENT_ID)
  event_id!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: ID_MAX, description: 'The id of the ticket.', example: 4711 })
  ticket_id!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    description:
      'The version of the ticket when the delivery was written, so at least as new as the event. Null if the ticket was deleted.',
    example: 3,
  })
  version!: number | null;

  @ApiProperty()
  actor!: DeliveryActorDto;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', maxItems: 2, items: { type: ['string', 'integer', 'null'] } },
    description:
      'The changed fields. `category`, `priority`, `status`, `requester_id`, `assignee_id` and `team_id` have their old and their new value; others, such as `title` and `tags`, have an empty list.',
    example: { status: ['open', 'closed'], title: [] },
  })
  change!: Readonly<Record<string, readonly unknown[]>>;
}

/** The body of a delivery about a ticket. */
export class TicketDeliveryBodyDto {
  @ApiProperty({ enum: TICKET_TYPES, description: 'What happened.', example: 'ticket.changed' })
  type!: TicketType;

  @ApiProperty(TIME)
  timestamp!: string;

  @ApiProperty()
  data!: TicketDeliveryDataDto;
}

/** Data of an import: the tickets that it stored. */
export class ImportDeliveryDataDto {
  @ApiProperty(EVENT_ID)
  event_id!: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: ID_MAX },
    maxItems: 500,
    description: 'The ids of the new tickets.',
    example: [4711, 4712],
  })
  ticket_ids!: readonly number[];

  @ApiProperty()
  actor!: DeliveryActorDto;
}

/** The body of a delivery about an import. */
export class ImportDeliveryBodyDto {
  @ApiProperty({ enum: ['import.batch'], description: 'What happened.', example: 'import.batch' })
  type!: 'import.batch';

  @ApiProperty(TIME)
  timestamp!: string;

  @ApiProperty()
  data!: ImportDeliveryDataDto;
}

export class TestDeliveryDataDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the webhook.', example: 3 })
  webhook_id!: number;
}

/** The body of a test delivery. */
export class TestDeliveryBodyDto {
  @ApiProperty({ enum: [TEST_TYPE], description: 'Somebody tests the webhook.', example: TEST_TYPE })
  type!: typeof TEST_TYPE;

  @ApiProperty(TIME)
  timestamp!: string;

  @ApiProperty()
  data!: TestDeliveryDataDto;
}

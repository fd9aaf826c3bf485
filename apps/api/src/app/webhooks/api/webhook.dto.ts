import {
  WEBHOOK_NAME_MAX_LENGTH,
  WEBHOOK_OFF_REASONS,
  WEBHOOK_PENDING_MAX,
  WEBHOOK_STATES,
  WEBHOOK_TYPES,
  WEBHOOK_URL_MAX_LENGTH,
  type WebhookOffReason,
  type WebhookState,
  type WebhookType,
} from '@docket/domain';
import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayNotEmpty, IsBoolean } from 'class-validator';
import { IgnoresReadOnly } from '../../platform/validation/ignores-read-only';
import { IsInstant } from '../../platform/validation/is-instant';
import { IsListOf } from '../../platform/validation/is-list-of';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import type { WebhookRow } from '../webhook-row';
import type { NewSecret } from '../webhooks.service';
import { WEBHOOK_URL_PATTERN } from './webhook-url';

const ID = { type: 'integer', minimum: 1, description: 'The id of the webhook.', example: 3 } as const;
const VERSION = {
  type: 'integer',
  minimum: 1,
  description: 'Grows with each change that people make. Deliveries leave it as it is.',
  example: 2,
} as const;
const NAME = {
  minLength: 1,
  maxLength: WEBHOOK_NAME_MAX_LENGTH,
  description: 'What the webhook is for.',
  example: 'Orders in the ERP',
};
const URL_TEXT = {
  pattern: WEBHOOK_URL_PATTERN,
  maxLength: WEBHOOK_URL_MAX_LENGTH,
  description: 'Where deliveries go. `https`, or `http` for a receiver that `WEBHOOK_PRIVATE` names.',
  example: 'https://erp.example.com/docket',
};
const TYPES = {
  enum: WEBHOOK_TYPES,
  enumName: 'WebhookType',
  isArray: true,
  minItems: 1,
  description: 'What the webhook is told.',
  example: ['ticket.created', 'ticket.changed'],
} as const;
const time = (description: string) =>
  ({ format: 'date-time', required: false, description, example: '2026-11-29T09:30:00.000Z' }) as const;

/** A webhook to add. */
@IgnoresReadOnly({ id: ID, version: VERSION })
export class CreateWebhookDto {
  @ApiProperty(NAME)
  @OneLine()
  @IsText({ maxLength: WEBHOOK_NAME_MAX_LENGTH })
  name!: string;

  @ApiProperty(URL_TEXT)
  @IsText({ maxLength: WEBHOOK_URL_MAX_LENGTH })
  url!: string;

  @ApiProperty(TYPES)
  @IsListOf(WEBHOOK_TYPES)
  @ArrayNotEmpty({ message: '$property must be one or more types' })
  types!: WebhookType[];
}

/** Changes to a webhook. Absent fields stay unchanged. */
export class ChangeWebhookDto extends PartialType(CreateWebhookDto, { skipNullProperties: false }) {
  @ApiProperty({
    required: false,
    description: 'Whether deliveries are sent. Those that wait stay when it is turned off.',
  })
  @ValidateIfDefined()
  @IsBoolean({ message: '$property must be true or false' })
  is_on?: boolean;
}

/** A webhook in a response. */
export class WebhookDto {
  @ApiProperty(ID)
  id!: number;

  @ApiProperty(NAME)
  name!: string;

  @ApiProperty(URL_TEXT)
  url!: string;

  @ApiProperty(TYPES)
  types!: WebhookType[];

  @ApiProperty({
    enum: WEBHOOK_STATES,
    enumName: 'WebhookState',
    description: '`failing` after 6 hours without a success. After 5 days it is `off`.',
  })
  state!: WebhookState;

  @ApiProperty({
    required: false,
    enum: WEBHOOK_OFF_REASONS,
    enumName: 'WebhookOffReason',
    description: 'Why it is off: a `person` turned it off, its receiver answered 410 (`gone`), or it was `failing`.',
  })
  off_reason?: WebhookOffReason;

  @ApiProperty(time('Since when no delivery has succeeded. Absent if the last one did.'))
  failing_since?: string;

  @ApiProperty(time('When the secret was last changed.'))
  rotated_at?: string;

  @ApiProperty({ ...time('When it was added.'), required: true })
  created_at!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: WEBHOOK_PENDING_MAX + 1,
    description: `Deliveries that wait for a try. ${WEBHOOK_PENDING_MAX + 1} stands for more than ${WEBHOOK_PENDING_MAX}.`,
    example: 0,
  })
  pending!: number;

  @ApiProperty(VERSION)
  version!: number;
}

/** A webhook with its secret, which is returned once only. */
export class WebhookSecretDto extends OmitType(WebhookDto, []) {
  @ApiProperty({
    description: 'The secret for the check of signatures (standardwebhooks.com).',
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  })
  secret!: string;
}

/** Start of a replay: all events since this time are delivered again. */
export class ReplayDto {
  @ApiProperty({ format: 'date-time', description: 'The time of the first event.', example: '2026-11-28T00:00:00Z' })
  @IsInstant()
  since!: string;
}

export function toWebhookDto(row: WebhookRow): WebhookDto {
  const { id, name, url, types, state, off_reason, failing_since, rotated_at, created_at, pending, version } = row;
  return {
    id,
    name,
    url,
    types: [...types],
    state,
    ...(off_reason !== null && { off_reason }),
    ...(failing_since !== null && { failing_since }),
    ...(rotated_at !== null && { rotated_at }),
    created_at,
    pending,
    version,
  };
}

export function toWebhookSecretDto({ webhook, secret }: NewSecret): WebhookSecretDto {
  return { ...toWebhookDto(webhook), secret };
}

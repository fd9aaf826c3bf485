import { MESSAGE_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsText } from '../../platform/validation/is-text';
import type { DraftRow } from '../drafts/drafts';

const BODY = {
  maxLength: MESSAGE_MAX_LENGTH,
  description: 'What the person has written so far.',
  example: 'Hello Nora, your second',
};

/** A draft to save. */
export class SaveDraftDto {
  @ApiProperty(BODY)
  @IsText({ maxLength: MESSAGE_MAX_LENGTH, mayBeBlank: true })
  body!: string;
}

/** A draft of the requesting person. */
export class DraftDto {
  @ApiProperty(BODY)
  body!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was saved.', example: '2026-11-27T09:30:00.000Z' })
  updated_at!: string;
}

export function toDraftDto({ body, updated_at }: DraftRow): DraftDto {
  return { body, updated_at };
}

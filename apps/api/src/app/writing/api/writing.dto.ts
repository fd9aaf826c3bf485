import { FALLBACK_REASONS } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { QUOTE_MAX_LENGTH, QUOTE_MIN_LENGTH, SENTENCES_MAX, SENTENCE_MAX_LENGTH } from '../verified-sentences';
import type { NotWrittenReason, Writing } from '../writer';

/** A sentence, with the quote that it is based on. */
export class SentenceDto {
  @ApiProperty({
    maxLength: SENTENCE_MAX_LENGTH,
    description: 'Plain text. It contains no link that the conversation does not contain.',
    example: 'The second charge of invoice 2041 is not refunded yet.',
  })
  text!: string;

  @ApiProperty({
    minLength: QUOTE_MIN_LENGTH,
    maxLength: QUOTE_MAX_LENGTH,
    description:
      'Words of the conversation, checked to be there. White space is folded, and masked details are placeholders such as [email].',
    example: 'we were charged twice for invoice 2041',
  })
  quote!: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The message that has the quote; null for the ticket itself.',
    example: 4711,
  })
  message_id!: number | null;
}

/** A text by the model. */
export class WrittenDto {
  @ApiProperty({
    format: 'uuid',
    description: 'Send the id of a draft as `draft_id` with the reply, so that it is measured how much people change.',
    example: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2',
  })
  id!: string;

  @ApiProperty({ type: [SentenceDto], minItems: 1, maxItems: SENTENCES_MAX })
  sentences!: readonly SentenceDto[];
}

/** The response if no text was written. */
export class NotWrittenDto {
  @ApiProperty({
    enum: [...FALLBACK_REASONS, 'unverified'],
    enumName: 'NotWrittenReason',
    enumSchema: {
      description:
        'Why there is nothing: a reason of the model, or `unverified`: less than half of the sentences had a quote that occurs in the conversation.',
    },
  })
  reason!: NotWrittenReason;
}

export function toWritingDto(writing: Writing): WrittenDto | NotWrittenDto {
  if ('reason' in writing) return { reason: writing.reason };
  const sentences = writing.sentences.map(({ text, quote, messageId }) => ({ text, quote, message_id: messageId }));
  return { id: writing.id, sentences };
}

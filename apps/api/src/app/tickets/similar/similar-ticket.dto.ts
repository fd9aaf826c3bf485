import type { TicketStatus } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import type { RequesterDto } from '../../requesters';
import { TICKET_PROPERTIES } from '../api/ticket-properties';
import { TICKET_RELATIONS } from '../api/ticket-relations';
import type { Similarity } from './rank-similar';
import type { CandidateRow } from './similar-tickets';

/** A ticket that is similar to another one or to a text. */
export class SimilarTicketDto {
  @ApiProperty(TICKET_PROPERTIES.id)
  id!: number;

  @ApiProperty(TICKET_PROPERTIES.title)
  title!: string;

  @ApiProperty(TICKET_PROPERTIES.status)
  status!: TicketStatus;

  @ApiProperty(TICKET_PROPERTIES.created_at)
  created_at!: string;

  @ApiProperty(TICKET_RELATIONS.requester)
  requester?: RequesterDto;

  @ApiProperty({
    minimum: 0,
    maximum: 1,
    description:
      'How similar the texts are: the cosine of their words, of which rare ones count more. At least 0.5, or 0.25 for a ticket of the same requester within 7 days.',
    example: 0.72,
  })
  score!: number;

  @ApiProperty({
    type: [String],
    minItems: 2,
    maxItems: 5,
    description: 'The shared words that count most, in lower case.',
    example: ['charged', 'invoice', 'october'],
  })
  shared_words!: readonly string[];

  @ApiProperty({ description: 'Whether the same requester filed it.', example: false })
  same_requester!: boolean;
}

export function toSimilarTicketDto({ ticket, score, sharedWords }: Similarity<CandidateRow>): SimilarTicketDto {
  const { id, title, status, created_at, requester, isOfSameRequester } = ticket;
  return {
    id,
    title,
    status,
    created_at,
    ...(requester && { requester }),
    score,
    shared_words: sharedWords,
    same_requester: isOfSameRequester,
  };
}

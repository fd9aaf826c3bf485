import { PRESENCES, type Presence } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { Matches, ValidateIf } from 'class-validator';
import { IsId } from '../../platform/validation/is-id';
import { IsOneOf } from '../../platform/validation/is-one-of';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';

const TAB = /^[\w-]{1,64}$/;

/** The ticket that a browser tab has open. */
export class SetPresenceDto {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 1,
    description: 'The id of the open ticket; null if there is none any more.',
    example: 4711,
  })
  @ValidateIf(({ ticket_id }: SetPresenceDto) => ticket_id !== null)
  @IsId()
  ticket_id!: number | null;

  @ApiProperty({
    enum: PRESENCES,
    enumName: 'Presence',
    required: false,
    default: 'reading',
    description: 'What the person does in the ticket.',
    example: 'replying',
  })
  @ValidateIfDefined()
  @IsOneOf(PRESENCES)
  doing: Presence = 'reading';

  @ApiProperty({
    type: 'string',
    required: false,
    default: 'tab',
    pattern: TAB.source,
    description: 'A key that the client makes up for each of its tabs. Each tab has one ticket open.',
    example: '5c2e43b0-1a70-4d83-9a55-7f0a3c9d1e42',
  })
  @ValidateIfDefined()
  @Matches(TAB, { message: '$property must be at most 64 letters, digits, hyphens or underscores' })
  tab = 'tab';
}

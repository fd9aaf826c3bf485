import { REQUESTER_NAME_MAX_LENGTH } from '@docket/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsEmailAddress } from '../platform/validation/email-address';
import { IgnoresReadOnly } from '../platform/validation/ignores-read-only';
import { IsText } from '../platform/validation/is-text';
import { OneLine } from '../platform/validation/one-line';

const ID = { type: 'integer', minimum: 1, description: 'The id of the requester.', example: 8 } as const;
const EMAIL = {
  format: 'idn-email',
  maxLength: 254,
  description: 'Where answers go. In lower case.',
  example: 'nora@example.com',
};
const NAME = {
  required: false,
  minLength: 1,
  maxLength: REQUESTER_NAME_MAX_LENGTH,
  description: 'The name of the person.',
  example: 'Nora Lindqvist',
};

/** A requester in a response. */
export class RequesterDto {
  @ApiProperty(ID)
  id!: number;

  @ApiProperty(EMAIL)
  email!: string;

  @ApiProperty(NAME)
  name?: string;
}

/** A requester as named by a client. */
@IgnoresReadOnly({ id: ID })
export class NameRequesterDto {
  @ApiProperty(EMAIL)
  @IsEmailAddress()
  email!: string;

  @ApiProperty({
    ...NAME,
    type: 'string',
    nullable: true,
    description:
      'The name of the person, on all of their tickets: another one renames them, which changes no ticket. Null removes it; without the field, the known name stays.',
  })
  @IsOptional()
  @OneLine()
  @IsText({ maxLength: REQUESTER_NAME_MAX_LENGTH })
  name?: string | null;
}

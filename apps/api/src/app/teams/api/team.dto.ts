import { TEAM_MEMBERS_MAX, TEAM_NAME_MAX_LENGTH } from '@docket/domain';
import { ApiProperty, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IgnoresReadOnly } from '../../platform/validation/ignores-read-only';
import { IsId } from '../../platform/validation/is-id';
import { IsText } from '../../platform/validation/is-text';
import { OneLine } from '../../platform/validation/one-line';
import { ValidateIfDefined } from '../../platform/validation/validate-if-defined';
import type { TeamRow } from '../teams.service';

const ID = { type: 'integer', minimum: 1, description: 'The id of the team.', example: 2 } as const;
const VERSION = { type: 'integer', minimum: 1, description: 'Grows with every change.', example: 3 } as const;
const NAME = {
  minLength: 1,
  maxLength: TEAM_NAME_MAX_LENGTH,
  description: 'The name of the team. No two teams have names that differ in case only.',
  example: 'Identity',
};
const MEMBER_IDS = {
  type: 'array',
  items: { type: 'integer', minimum: 1 },
  maxItems: TEAM_MEMBERS_MAX,
  description: 'The ids of the people in the team.',
  example: [3, 4],
} as const;

/** A team in a response. */
export class TeamDto {
  @ApiProperty(ID)
  id!: number;

  @ApiProperty(NAME)
  name!: string;

  @ApiProperty(MEMBER_IDS)
  member_ids!: number[];

  @ApiProperty(VERSION)
  version!: number;
}

/** A team to create. */
@IgnoresReadOnly({ id: ID, version: VERSION })
export class CreateTeamDto {
  @ApiProperty(NAME)
  @OneLine()
  @IsText({ maxLength: TEAM_NAME_MAX_LENGTH })
  name!: string;

  @ApiProperty({ ...MEMBER_IDS, required: false })
  @ValidateIfDefined()
  @IsArray({ message: '$property must be a list' })
  @ArrayMaxSize(TEAM_MEMBERS_MAX, { message: `$property must have at most ${TEAM_MEMBERS_MAX} people` })
  @IsId({ each: true })
  member_ids?: number[];
}

/** Changes to a team. Absent fields stay unchanged. */
export class ChangeTeamDto extends PartialType(CreateTeamDto, { skipNullProperties: false }) {}

export function toTeamDto({ id, name, member_ids, version }: TeamRow): TeamDto {
  return { id, name, member_ids: [...member_ids], version };
}

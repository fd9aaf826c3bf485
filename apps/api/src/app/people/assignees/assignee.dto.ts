import { ApiProperty } from '@nestjs/swagger';
import type { Assignee } from './assignees';

/** A person who works on tickets. */
export class AssigneeDto {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The id of the person.', example: 3 })
  id!: number;

  @ApiProperty({ description: 'The name of the person.', example: 'Ben Okafor' })
  name!: string;
}

export function toAssigneeDto({ id, name }: Assignee): AssigneeDto {
  return { id, name };
}

import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../platform/access/needs';
import { ApiProblems } from '../../platform/problems/api-problems';
import { AssigneeDto, toAssigneeDto } from './assignee.dto';
import { Assignees, MAX_LISTED_ASSIGNEES } from './assignees';

@ApiTags('people')
@Controller('assignees')
export class AssigneesController {
  constructor(private readonly assignees: Assignees) {}

  @Get()
  @Needs('tickets:read')
  @ApiOperation({
    summary: 'List who may work on tickets, by name',
    description: `Active administrators and agents, up to ${MAX_LISTED_ASSIGNEES.toLocaleString('en')}. Nobody in an open Docket, which has no people.`,
  })
  @ApiOkResponse({ type: [AssigneeDto], description: 'The people.' })
  @ApiProblems(503)
  async listAssignees(): Promise<AssigneeDto[]> {
    return (await this.assignees.list()).map(toAssigneeDto);
  }
}

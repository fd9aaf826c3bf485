import { TEAMS_MAX } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { TEAM_IN_USE, TEAM_NAME_TAKEN } from '../problem-kinds';
import { TeamDto } from './team.dto';

const ETAG = {
  ETag: {
    description: 'The version of the team, for `If-Match`.',
    required: true,
    schema: { type: 'string', example: '"2-3"' },
  },
} as const;

const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'TeamNotFound',
  description: 'The team does not exist.',
  detail: 'Team 2 does not exist',
};

const NOT_CREATED: OperationProblem = {
  status: 409,
  name: 'TeamNotCreated',
  description: `Another team has the name (\`/problems/team-name-taken\`), or there are ${TEAMS_MAX} teams (\`/problems/too-many-teams\`).`,
  detail: 'Another team has this name',
  kind: TEAM_NAME_TAKEN,
};

const NAME_TAKEN: OperationProblem = {
  status: 409,
  name: 'TeamNameTaken',
  description: 'Another team has the name.',
  detail: 'Another team has this name',
  kind: TEAM_NAME_TAKEN,
};

const IN_USE: OperationProblem = {
  status: 409,
  name: 'TeamInUse',
  description: 'Tickets belong to the team.',
  detail: 'Tickets belong to this team. Give them to another one first',
  kind: TEAM_IN_USE,
};

const OTHER_VERSION: OperationProblem = {
  status: 412,
  name: 'TeamChanged',
  description: 'The team has another version than `If-Match`. Read it again.',
  detail: 'Team 2 has changed since it was read',
};

const TeamId = () => ApiIdParam('a team', 2);

/** `GET /api/teams` */
export const DescribeListTeams = () =>
  applyDecorators(
    ApiOperation({ summary: 'List the teams, by name', description: `All of them: there are at most ${TEAMS_MAX}.` }),
    ApiOkResponse({ type: [TeamDto], description: 'The teams.' }),
    ApiProblems(503),
  );

/** `POST /api/teams` */
export const DescribeCreateTeam = () =>
  applyDecorators(
    ApiOperation({ summary: 'Create a team', description: 'Tickets may then belong to it.' }),
    ApiCreatedResponse({ type: TeamDto, description: 'The team.', headers: ETAG }),
    ApiProblems(400, 408, NOT_CREATED, 413, 415, 503),
  );

/** `PATCH /api/teams/<id>` */
export const DescribeChangeTeam = () =>
  applyDecorators(
    ApiOperation({ summary: 'Rename a team, or change its members', description: 'Absent fields stay as they are.' }),
    TeamId(),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Entity tags of the versions that the change applies to, or `*` for any.',
      schema: { type: 'string' },
      example: '"2-3"',
    }),
    ApiOkResponse({ type: TeamDto, description: 'The changed team.', headers: ETAG }),
    ApiProblems(400, NOT_FOUND, 408, NAME_TAKEN, OTHER_VERSION, 413, 415, 503),
  );

/** `DELETE /api/teams/<id>` */
export const DescribeDeleteTeam = () =>
  applyDecorators(
    ApiOperation({ summary: 'Delete a team without tickets', description: 'Its members stay.' }),
    TeamId(),
    ApiNoContentResponse({ description: 'The team is gone.' }),
    ApiProblems(400, NOT_FOUND, IN_USE, 503),
  );

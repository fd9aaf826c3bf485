import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { MAX_LISTED_USERS } from '../users/user-list';
import { CreatedLinkDto } from './link.dto';
import { UserDto } from './user.dto';

// OpenAPI descriptions of the operations, kept out of the controller for readability.

const ETAG = {
  description: 'The version of the user, for `If-Match`.',
  required: true,
  schema: { type: 'string', example: '"3-2"' },
} as const;

const TOTAL = {
  description: 'The number of matching users.',
  required: true,
  schema: { type: 'integer', minimum: 0, example: 11 },
} as const;

const NOT_FOUND: OperationProblem = {
  status: 404,
  name: 'UserNotFound',
  description: 'The user does not exist.',
  detail: 'User 3 does not exist',
};

const EMAIL_TAKEN: OperationProblem = {
  status: 409,
  name: 'EmailTaken',
  description: 'Another user has this email address (type `/problems/email-taken`).',
  detail: 'Another user has this email address',
};

const NOT_CHANGEABLE: OperationProblem = {
  status: 409,
  name: 'UserNotChangeable',
  description:
    'Nobody could manage people any more (type `/problems/last-admin`), or the identity provider decides about the role (type `/problems/role-managed`).',
  detail: 'This is the last administrator. Make another person an administrator first',
};

const NO_LINK: OperationProblem = {
  status: 409,
  name: 'UserWithoutPassword',
  description: 'The user is a service or is deactivated (type `/problems/no-password`).',
  detail: 'Links are for people who are not deactivated',
};

const OTHER_VERSION: OperationProblem = {
  status: 412,
  name: 'UserChanged',
  description: 'The user has another version than `If-Match`. Read it again.',
  detail: 'User 3 has changed since it was read',
};

const UserIdParameter = () => ApiIdParam('a user', 3);

/** `GET /api/users` */
export const DescribeListUsers = () =>
  applyDecorators(
    ApiOperation({
      summary: 'List users',
      description: `People before services, deactivated users last, and by name: the first ${MAX_LISTED_USERS} that match all filters.`,
    }),
    ApiOkResponse({ type: [UserDto], description: 'The users.', headers: { 'X-Total-Count': TOTAL } }),
    ApiProblems(400, 503),
  );

/** `POST /api/users` */
export const DescribeInviteUser = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Invite a person',
      description: 'Stores an invited person, who can sign in after choosing a password by a link.',
    }),
    ApiCreatedResponse({ type: UserDto, description: 'The invited person.', headers: { ETag: ETAG } }),
    ApiProblems(400, EMAIL_TAKEN, 408, 413, 415, 503),
  );

/** `PATCH /api/users/<id>` */
export const DescribeChangeUser = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Change a user',
      description: 'Changes only the given fields. Another role counts from the next request of the user on.',
    }),
    UserIdParameter(),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Entity tags of the versions that the change applies to, or `*` for any.',
      schema: { type: 'string' },
      example: '"3-2"',
    }),
    ApiOkResponse({ type: UserDto, description: 'The changed user.', headers: { ETag: ETAG } }),
    ApiProblems(400, NOT_FOUND, 408, NOT_CHANGEABLE, OTHER_VERSION, 413, 415, 503),
  );

/** `POST /api/users/<id>/link` */
export const DescribeCreateLink = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Create a link for a password',
      description:
        'The link lets an invited person accept, and anyone else choose a new password: once, within 24 hours. Older links of the person stop working. Nobody sets the password of another person.',
    }),
    UserIdParameter(),
    ApiCreatedResponse({ type: CreatedLinkDto, description: 'The link.' }),
    ApiProblems(400, NOT_FOUND, NO_LINK, 503),
  );

/** `DELETE /api/users/<id>/sessions` */
export const DescribeEndSessions = () =>
  applyDecorators(
    ApiOperation({ summary: 'Sign a person out everywhere', description: 'Ends all sessions of the person.' }),
    UserIdParameter(),
    ApiNoContentResponse({ description: 'The person has no session.' }),
    ApiProblems(400, NOT_FOUND, 503),
  );

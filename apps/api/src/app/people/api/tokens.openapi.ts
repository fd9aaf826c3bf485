import { applyDecorators } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiIdParam } from '../../platform/openapi/api-id-param';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { CreatedTokenDto, TokenDto } from './token.dto';

// OpenAPI descriptions of the operations, kept out of the controller for readability.

const NO_SUCH_TOKEN: OperationProblem = {
  status: 404,
  name: 'NoSuchToken',
  description: 'There is no such token, or it is not yours.',
  detail: 'Token 7 does not exist',
};

const NO_SUCH_OWNER: OperationProblem = {
  status: 404,
  name: 'NoSuchTokenOwner',
  description: 'There is no active service with this id.',
  detail: 'There is no active service 12',
};

const TOO_MANY_TOKENS: OperationProblem = {
  status: 409,
  name: 'TooManyTokens',
  description: 'The owner has as many valid tokens as one may have.',
  detail: 'There are 50 valid tokens already. Revoke one that is not used',
};

export const DescribeListTokens = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary: 'List tokens',
      description: 'Your tokens, or those of everyone, newest first. Expired tokens are listed, revoked ones are not.',
    }),
    ApiOkResponse({
      type: TokenDto,
      isArray: true,
      description: 'The tokens, without their secrets.',
      headers: {
        Link: {
          description: 'The next page, as `rel="next"` (RFC 8288).',
          schema: { type: 'string', example: '</api/tokens?all=true&before=7>; rel="next"' },
        },
      },
    }),
    ApiProblems(400, 503),
  );

export const DescribeCreateToken = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary: 'Make a token',
      description:
        'Makes a token with which a program uses this API for you or for a service. It may do what both its scopes and the current role of its owner allow. It can make no tokens, sessions or people.',
    }),
    ApiCreatedResponse({ type: CreatedTokenDto, description: 'The token, which is shown this once.' }),
    ApiProblems(400, NO_SUCH_OWNER, TOO_MANY_TOKENS, 503),
  );

export const DescribeRevokeToken = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary: 'Revoke a token',
      description: 'The token stops working at once, for good. With the permission `services`, also tokens of others.',
    }),
    ApiIdParam('a token', 12),
    ApiNoContentResponse({ description: 'The token does not work.' }),
    ApiProblems(400, NO_SUCH_TOKEN, 503),
  );

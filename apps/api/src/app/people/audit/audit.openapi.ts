import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, getSchemaPath } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { AuditEventDto } from './audit-event.dto';

/** The media type of an export: one JSON object per line. */
export const NDJSON = 'application/x-ndjson';

const LINK = {
  description: 'The next and the previous page, as `rel="next"` and `rel="prev"` (RFC 8288), with the same filters.',
  schema: { type: 'string', example: '</api/audit?event=sign_in&cursor=eyJjcmVhdGVk>; rel="next"' },
} as const;

const INVALID_FILTER: OperationProblem = {
  status: 400,
  name: 'InvalidAuditFilter',
  description: 'A filter or another parameter is invalid. The response lists all of them.',
  detail: 'from must be a day such as 2026-11-22',
  errors: [{ parameter: 'from', detail: 'must be a day such as 2026-11-22' }],
};

/** `GET /api/audit/` */
export const DescribeListAudit = () =>
  applyDecorators(
    ApiExtraModels(AuditEventDto),
    ApiOperation({
      summary: 'Read the audit log, newest first',
      description:
        'One page of the security events that match all filters. With `Accept: application/x-ndjson`, all of them, one JSON object per line; that is an event itself. If the connection ends before the last line, the export is incomplete.',
    }),
    ApiOkResponse({
      description: 'The events of the page, or of the export.',
      headers: { Link: LINK },
      content: {
        'application/json': { schema: { type: 'array', items: { $ref: getSchemaPath(AuditEventDto) } } },
        [NDJSON]: { schema: { type: 'string' } },
      },
    }),
    ApiProblems(INVALID_FILTER, 503),
  );

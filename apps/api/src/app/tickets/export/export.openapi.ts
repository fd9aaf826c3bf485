import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiProblems, type OperationProblem } from '../../platform/problems/api-problems';
import { ExportedTicketDto } from './exported-ticket.dto';

const INVALID_QUERY: OperationProblem = {
  status: 400,
  name: 'InvalidExport',
  description: 'A parameter is invalid. The response lists all of them.',
  detail: 'format must be one of ndjson, csv',
  errors: [{ parameter: 'format', detail: 'must be one of ndjson, csv' }],
};

const TOO_MANY: OperationProblem = {
  status: 503,
  name: 'ExportUnavailable',
  description: 'Two exports are running in this process, or the database is not available.',
  detail: '2 exports are running. Try again in a few seconds',
};

/** `GET /api/export` */
export const DescribeExportTickets = () =>
  applyDecorators(
    ApiExtraModels(ExportedTicketDto),
    ApiOperation({
      summary: 'Export tickets',
      description:
        'All tickets that match `q`, in the order of their ids, while they are read. On a PostgreSQL server, they are those of one moment.\n\n' +
        'As NDJSON, each line is an `ExportedTicket`, and the last one is `{"_docket":{"rows":124,"sha256":"…"}}`: the number of tickets, and the SHA-256 of all bytes before that line. Without it, the export is incomplete: resume it with `after`, the id of the last complete line, and keep the `Docket-Changes-Cursor` of the first response. ' +
        'As CSV, every character of the texts stays as it is, and the import of Docket stores the same tickets again, except for the time of the last change, internal notes and replies. People and teams have their names. If the connection breaks, the file is incomplete.\n\n' +
        'An export is an event of the audit log.',
    }),
    ApiOkResponse({
      description: 'The tickets.',
      headers: {
        'Content-Disposition': {
          description: 'The name of the file.',
          schema: { type: 'string', example: 'attachment; filename="docket-tickets-2026-11-27.ndjson"' },
        },
        'Docket-Changes-Cursor': {
          description:
            'The `cursor` of `GET /api/changes`. The export and the changes that follow, with `include=ticket`, are an exact copy of the tickets, but for the names of requesters, assignees and teams that are renamed later.',
          required: true,
          schema: { type: 'string', example: '4294967297.752.9223372036854775807' },
        },
      },
      content: {
        'application/x-ndjson': { schema: { type: 'string' } },
        'text/csv': { schema: { type: 'string' } },
      },
    }),
    ApiProblems(INVALID_QUERY, TOO_MANY),
  );

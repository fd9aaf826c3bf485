import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../access/needs';
import { ApiProblems, type OperationProblem } from '../problems/api-problems';
import { HealthDto, NotReadyProblemDto, ReadinessDto } from './health.dto';
import { ReadinessService } from './readiness.service';

const NOT_READY: OperationProblem = {
  status: 503,
  name: 'NotReady',
  description: 'The API should receive no requests. `reasons` says why.',
  detail: 'The database cannot be reached (no-connection)',
  schema: NotReadyProblemDto,
  members: { writable: false, reasons: ['no-connection'] },
};

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get('healthz')
  @Header('Cache-Control', 'no-store')
  @Needs('public')
  @ApiOperation({
    summary: 'Liveness',
    description:
      'Responds while the process runs, with or without its database. Restart the process if it does not respond.',
  })
  @ApiOkResponse({ type: HealthDto, description: 'The process is alive.' })
  getLiveness(): HealthDto {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Header('Cache-Control', 'no-store')
  @Needs('public')
  @ApiOperation({
    summary: 'Readiness',
    description:
      'Responds 200 if the API serves requests. `writable` is false if it serves reads only: the database is read-only (`read-only`), or its disk has too little space (`disk-low`). `pool-busy` with 200 means that all connections to the database are in use, and that it responds: another process would make it busier. ' +
      'Responds 503 if reads fail (`no-connection`, `too-slow`, `out-of-resources`, `no-rights`, `pool-busy`), if the database has not all migrations of this version (`migrations-pending`), and after the signal to stop (`stopping`). After a 503, send no traffic, but do not restart the process.',
  })
  @ApiOkResponse({ type: ReadinessDto, description: 'The API serves requests.' })
  @ApiProblems(NOT_READY)
  async getReadiness(): Promise<ReadinessDto> {
    const { writable, reasons } = await this.readiness.requireReady();
    return { status: 'ok', writable, reasons: [...reasons] };
  }
}

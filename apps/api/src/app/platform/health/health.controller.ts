import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../access/needs';
import { ApiProblems } from '../problems/api-problems';
import { HealthDto } from './health.dto';
import { NOT_READY_REASONS } from './not-ready.exception';
import { ReadinessService } from './readiness.service';

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
      'Responds 200 if the database is reachable, accepts changes and has every migration. A 503 says why not; its `detail` ends in the reason: ' +
      `${NOT_READY_REASONS.map((reason) => `\`${reason}\``).join(', ')}. After a 503, send no traffic, but do not restart the process.`,
  })
  @ApiOkResponse({ type: HealthDto, description: 'The API can serve requests.' })
  @ApiProblems(503)
  async getReadiness(): Promise<HealthDto> {
    await this.readiness.requireReady();
    return { status: 'ok' };
  }
}

import { Module } from '@nestjs/common';
import { RateLimits, SecurityLog } from '../people';
import { TicketsModule } from '../tickets';
import { RequestsController } from './api/requests.controller';
import { RequestLimits } from './request-limits';
import { RequestsService } from './requests.service';

@Module({
  imports: [TicketsModule],
  controllers: [RequestsController],
  providers: [RateLimits, RequestLimits, RequestsService, SecurityLog],
})
export class RequestsModule {}

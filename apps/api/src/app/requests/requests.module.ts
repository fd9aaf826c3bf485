import { Module } from '@nestjs/common';
import { RateLimits, SecurityLog } from '../people';
import { RequestersModule } from '../requesters';
import { TicketsModule } from '../tickets';
import { RequestsController } from './api/requests.controller';
import { RequestLimits } from './request-limits';
import { RequestsService } from './requests.service';

@Module({
  imports: [RequestersModule, TicketsModule],
  controllers: [RequestsController],
  providers: [RateLimits, RequestLimits, RequestsService, SecurityLog],
})
export class RequestsModule {}

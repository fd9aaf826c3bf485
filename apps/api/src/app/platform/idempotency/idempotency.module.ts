import { Module } from '@nestjs/common';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyRetention } from './idempotency-retention';
import { RepeatedRequests } from './repeated-requests';
import { ResumableRequests } from './resumable-requests';

@Module({
  providers: [IdempotencyInterceptor, IdempotencyRetention, RepeatedRequests, ResumableRequests],
  exports: [ResumableRequests],
})
export class IdempotencyModule {}

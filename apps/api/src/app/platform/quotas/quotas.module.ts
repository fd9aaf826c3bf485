import { Global, Module } from '@nestjs/common';
import { RequestQuotas } from './request-quotas';

@Global()
@Module({ providers: [RequestQuotas], exports: [RequestQuotas] })
export class QuotasModule {}

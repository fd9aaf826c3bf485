import { Module } from '@nestjs/common';
import { Requesters } from './requesters';

@Module({ providers: [Requesters], exports: [Requesters] })
export class RequestersModule {}

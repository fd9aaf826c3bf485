import { Module } from '@nestjs/common';
import { RequestersController } from './api/requesters.controller';
import { Requesters } from './requesters';

@Module({ controllers: [RequestersController], providers: [Requesters], exports: [Requesters] })
export class RequestersModule {}

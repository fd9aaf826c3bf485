import { Module } from '@nestjs/common';
import { LoopDelay } from './loop-delay';
import { ShedRequests } from './shed-requests';

@Module({ providers: [LoopDelay, ShedRequests] })
export class OverloadModule {}

import { Module } from '@nestjs/common';
import { ShedRequests } from './shed-requests';

@Module({ providers: [ShedRequests] })
export class OverloadModule {}

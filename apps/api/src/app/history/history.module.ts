import { Module } from '@nestjs/common';
import { FeedEpochs } from './feed-epochs';

@Module({ providers: [FeedEpochs] })
export class HistoryModule {}

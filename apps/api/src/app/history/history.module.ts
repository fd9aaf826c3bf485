import { Module } from '@nestjs/common';
import { ChangeFeed } from './feed/change-feed';
import { Feed } from './feed/feed';
import { FeedEpochs } from './feed-epochs';

@Module({ providers: [ChangeFeed, Feed, FeedEpochs], exports: [ChangeFeed, Feed] })
export class HistoryModule {}

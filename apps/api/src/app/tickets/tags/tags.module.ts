import { Module } from '@nestjs/common';
import { RecentTags } from './recent-tags';
import { TagsController } from './tags.controller';

@Module({ controllers: [TagsController], providers: [RecentTags] })
export class TagsModule {}

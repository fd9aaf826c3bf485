import { Module } from '@nestjs/common';
import { SuggestionsModule } from '../suggestions';
import { TicketsModule } from '../tickets';
import { DraftsController } from './api/drafts.controller';
import { MessagesController } from './api/messages.controller';
import { TimelineController } from './api/timeline.controller';
import { Drafts } from './drafts/drafts';
import { MessagesService } from './messages/messages.service';
import { Timeline } from './timeline/timeline';

@Module({
  imports: [SuggestionsModule, TicketsModule],
  controllers: [DraftsController, MessagesController, TimelineController],
  providers: [Drafts, MessagesService, Timeline],
})
export class ConversationModule {}

import { Module } from '@nestjs/common';
import { ClassifierModule } from '../classifier';
import { SuggestionsModule } from '../suggestions';
import { WritingController } from './api/writing.controller';
import { ConversationText } from './conversation-text';
import { Writer } from './writer';

@Module({
  imports: [ClassifierModule, SuggestionsModule],
  controllers: [WritingController],
  providers: [ConversationText, Writer],
})
export class WritingModule {}

import { Module } from '@nestjs/common';
import { SuggestionChoices } from './ledger/suggestion-choices';
import { SuggestionLedger } from './ledger/suggestion-ledger';

@Module({
  providers: [SuggestionChoices, SuggestionLedger],
  exports: [SuggestionChoices, SuggestionLedger],
})
export class SuggestionsModule {}

import { Module } from '@nestjs/common';
import { SuggestionChoices } from './ledger/suggestion-choices';
import { SuggestionLedger } from './ledger/suggestion-ledger';
import { FinalLabels } from './upkeep/final-labels';
import { SuggestionRetention } from './upkeep/suggestion-retention';
import { SuggestionUpkeep } from './upkeep/suggestion-upkeep';

@Module({
  providers: [FinalLabels, SuggestionChoices, SuggestionLedger, SuggestionRetention, SuggestionUpkeep],
  exports: [SuggestionChoices, SuggestionLedger],
})
export class SuggestionsModule {}

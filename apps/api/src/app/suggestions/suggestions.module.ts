import { Module } from '@nestjs/common';
import { DecidedCategories } from './decisions/decided-categories';
import { SuggestionChoices } from './ledger/suggestion-choices';
import { SuggestionLedger } from './ledger/suggestion-ledger';
import { QualityController } from './api/quality.controller';
import { SuggestionsController } from './api/suggestions.controller';
import { SuggestionList } from './list/suggestion-list';
import { QualityService } from './quality/quality.service';
import { FinalLabels } from './upkeep/final-labels';
import { SuggestionRetention } from './upkeep/suggestion-retention';
import { SuggestionUpkeep } from './upkeep/suggestion-upkeep';

@Module({
  controllers: [QualityController, SuggestionsController],
  providers: [
    DecidedCategories,
    FinalLabels,
    SuggestionChoices,
    SuggestionLedger,
    SuggestionList,
    QualityService,
    SuggestionRetention,
    SuggestionUpkeep,
  ],
  exports: [DecidedCategories, SuggestionChoices, SuggestionLedger],
})
export class SuggestionsModule {}

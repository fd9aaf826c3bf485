import { Module } from '@nestjs/common';
import { ModelCalibrations } from './calibration/model-calibration';
import { DecidedCategories } from './decisions/decided-categories';
import { SuggestionChoices } from './ledger/suggestion-choices';
import { SuggestionLedger } from './ledger/suggestion-ledger';
import { QualityController } from './api/quality.controller';
import { SuggestionsController } from './api/suggestions.controller';
import { TextsController } from './api/texts.controller';
import { SuggestionList } from './list/suggestion-list';
import { TextList } from './list/text-list';
import { QualityService } from './quality/quality.service';
import { TextLedger } from './texts/text-ledger';
import { FinalLabels } from './upkeep/final-labels';
import { SuggestionRetention } from './upkeep/suggestion-retention';
import { SuggestionUpkeep } from './upkeep/suggestion-upkeep';
import { TextRetention } from './upkeep/text-retention';

@Module({
  controllers: [QualityController, SuggestionsController, TextsController],
  providers: [
    DecidedCategories,
    FinalLabels,
    ModelCalibrations,
    SuggestionChoices,
    SuggestionLedger,
    SuggestionList,
    QualityService,
    SuggestionRetention,
    SuggestionUpkeep,
    TextLedger,
    TextList,
    TextRetention,
  ],
  exports: [DecidedCategories, ModelCalibrations, SuggestionChoices, SuggestionLedger, TextLedger],
})
export class SuggestionsModule {}

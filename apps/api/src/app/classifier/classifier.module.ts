import { Module } from '@nestjs/common';
import { SecurityLog } from '../people';
import { Settings } from '../platform/config/settings';
import { Transactions } from '../platform/database/transactions';
import { SuggestionsModule } from '../suggestions';
import { ClassifierController } from './classifier.controller';
import { ClassifierProvider } from './classifier.provider';
import { ClassifierService } from './classifier.service';
import { ActiveCalibration } from './learned/active-calibration';
import { ActiveModel } from './learned/active-model';
import { ModelStore } from './learned/model-store';
import { ModelsController } from './training/models.controller';
import { ModelStates } from './training/model-state';
import { ModelTraining } from './training/model-training';
import { RequestedTraining } from './training/requested-training';
import { createClassifier } from './create-classifier';
import { LanguageModel, createLanguageModel } from './language-model';
import { priceOf } from './model-price';
import { CallBudget } from './policies/call-budget';
import { SharedBudget } from './policies/shared-budget';

@Module({
  imports: [SuggestionsModule],
  controllers: [ClassifierController, ModelsController],
  providers: [
    ClassifierService,
    ActiveCalibration,
    ActiveModel,
    ModelStore,
    ModelStates,
    ModelTraining,
    RequestedTraining,
    SecurityLog,
    {
      provide: CallBudget,
      useFactory: (settings: Settings, transactions: Transactions) =>
        new SharedBudget(transactions, settings.callLimits, priceOf(settings.GEMINI_MODEL, settings.modelPrices)),
      inject: [Settings, Transactions],
    },
    { provide: LanguageModel, useFactory: createLanguageModel, inject: [Settings, CallBudget] },
    { provide: ClassifierProvider, useFactory: createClassifier, inject: [Settings, LanguageModel] },
  ],
  exports: [LanguageModel],
})
export class ClassifierModule {}

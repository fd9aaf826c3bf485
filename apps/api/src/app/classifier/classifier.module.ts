import { Module } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { SuggestionsModule } from '../suggestions';
import { ClassifierController } from './classifier.controller';
import { ClassifierProvider } from './classifier.provider';
import { ClassifierService } from './classifier.service';
import { createClassifier } from './create-classifier';

@Module({
  imports: [SuggestionsModule],
  controllers: [ClassifierController],
  providers: [ClassifierService, { provide: ClassifierProvider, useFactory: createClassifier, inject: [Settings] }],
})
export class ClassifierModule {}

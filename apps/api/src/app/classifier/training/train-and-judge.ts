import type { TicketCategory } from '@docket/domain';
import { mcNemar } from '../../platform/statistics/proportions';
import { LearnedModel, type ModelParameters } from '../learned/learned-model';
import type { ModelMetrics } from '../learned/model-store';
import { labelledFeatures, trainModel } from '../learned/train-model';
import type { ModelText } from '../privacy/model-text';
import { suggestByWords } from '../words/suggest-by-words';

/** A masked text with the category that a person decided. */
export interface TrainingText {
  readonly text: ModelText;
  readonly category: TicketCategory;
  readonly chosenAt: string;
}

/** The active model. */
export interface ModelBefore {
  readonly parameters: ModelParameters;
  /** The model may have learned from decisions up to this time. */
  readonly trainedAt: string;
}

export interface JudgedModel {
  readonly parameters: ModelParameters;
  readonly metrics: ModelMetrics;
  /** Whether the model may become active: it is not significantly worse than the current suggestions. */
  readonly isGoodEnough: boolean;
}

/** Share of the decisions, the newest ones, that form the test set. */
const TESTED_SHARE = 0.1;
/** Significance level: a difference with a lower p-value counts. */
const SIGNIFICANCE = 0.05;

/**
 * Trains a model, and compares it on the newest decisions with the current suggestions: those of the active model, and of the words where
 * it gives none. The compared model is trained on the other decisions only, and the returned one on all. The test set excludes decisions
 * that the active model may have learned from, on which it would be too good. Deterministic.
 * @param decisions oldest first
 */
export function trainAndJudge(decisions: readonly TrainingText[], before: ModelBefore | undefined): JudgedModel {
  const split = decisions.length - Math.ceil(decisions.length * TESTED_SHARE);
  const examples = decisions.map(labelledFeatures);
  const tested = decisions.slice(split).filter(({ chosenAt }) => !before || chosenAt > before.trainedAt);
  const metrics = compare(
    tested,
    new LearnedModel(trainModel(examples.slice(0, split))),
    before && new LearnedModel(before.parameters),
  );
  const { right, rightBefore, p } = metrics;
  return { parameters: trainModel(examples), metrics, isGoodEnough: right >= rightBefore || p >= SIGNIFICANCE };
}

function compare(tested: readonly TrainingText[], model: LearnedModel, before: LearnedModel | undefined): ModelMetrics {
  const results = tested.map(({ text, category }) => {
    const words = suggestByWords(text)?.category;
    const isRight = (tried: LearnedModel | undefined) => (tried?.suggest(text)?.category ?? words) === category;
    return { isRight: isRight(model), wasRight: isRight(before) };
  });
  const count = (counts: (result: (typeof results)[number]) => boolean) => results.filter(counts).length;
  return {
    n: results.length,
    right: count(({ isRight }) => isRight),
    rightBefore: count(({ wasRight }) => wasRight),
    p: mcNemar(
      count(({ isRight, wasRight }) => isRight && !wasRight),
      count(({ isRight, wasRight }) => !isRight && wasRight),
    ),
  };
}

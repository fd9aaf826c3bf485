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

/** The model that suggests at the moment. */
export interface ModelBefore {
  readonly parameters: ModelParameters;
  /** It may have learned from decisions until then. */
  readonly trainedAt: string;
}

export interface JudgedModel {
  readonly parameters: ModelParameters;
  readonly metrics: ModelMetrics;
  /** Whether it may suggest from now on: chance alone makes it as much worse than what suggests now, or it is not worse. */
  readonly isGoodEnough: boolean;
}

/** The share of decisions that the new model is tried on, the newest ones. */
const TESTED_SHARE = 0.1;
/** Probability of a difference by chance below which the difference counts. */
const SIGNIFICANCE = 0.05;

/**
 * Trains a model, and tries it on the newest decisions, beside what suggests now: the model before, and the words where that says nothing.
 * What is tried has learned from the other decisions only; the model that is returned has learned from all. Decisions that the model
 * before may have learned from are not tried: it would know them by heart. Deterministic.
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

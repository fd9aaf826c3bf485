import { wordsOf } from '../words-of';
import { evidenceFeatures, shareOf } from './evidence-features';

/** A text that people read, and what it is. */
export interface LabelledText {
  readonly text: string;
  readonly isCritical: boolean;
}

/** The weight of each feature, in hundredths. `@` is that of every text. */
export type EvidenceWeights = ReadonlyMap<string, number>;

const EPOCHS = 60;
const LEARNING_RATE = 0.3;
/** Weights that one text alone would raise stay small. */
const DECAY = 0.0001;
/** The number of texts that a feature has to be in. */
const TEXTS_MIN = 2;
/** Weights that are smaller than this, in hundredths, decide nothing. */
const WEIGHT_MIN = 35;
/** What every text has. */
export const BIAS = '@';

/** Logistic regression by AdaGrad, as of the desk's own model. The same texts in the same order give the same weights. */
export function fitEvidence(texts: readonly LabelledText[]): EvidenceWeights {
  const ids = idsOf(texts);
  const rows = texts.map(({ text, isCritical }) => {
    const features = featuresOf(text);
    const known = features.flatMap((feature) => ids.get(feature) ?? []);
    return { known, share: shareOf(features.length), isCritical };
  });
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-3);
  const update = (id: number, gradient: number) => {
    const step = gradient + DECAY * (weights[id] as number);
    squares[id] = (squares[id] as number) + step * step;
    weights[id] = (weights[id] as number) - (LEARNING_RATE * step) / Math.sqrt(squares[id]);
  };
  for (const order of shuffles(rows.length)) {
    for (const index of order) {
      const { known, share, isCritical } = rows[index] as (typeof rows)[number];
      const score = known.reduce((sum, id) => sum + (weights[id] as number) * share, weights[0] as number);
      const error = 1 / (1 + Math.exp(-score)) - Number(isCritical);
      update(0, error);
      for (const id of known) update(id, error * share);
    }
  }
  return new Map(
    [...ids]
      .map(([feature, id]) => [feature, Math.round((weights[id] as number) * 100)] as const)
      .filter(isWorthKeeping),
  );
}

const featuresOf = (text: string) => evidenceFeatures(wordsOf(text, Infinity)).map(({ feature }) => feature);

const isWorthKeeping = ([feature, weight]: readonly [string, number]) =>
  feature === BIAS || !feature.includes(' ') || Math.abs(weight) >= WEIGHT_MIN;

/** A number for each feature that is in several texts. The first is the bias. */
function idsOf(texts: readonly LabelledText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    for (const feature of featuresOf(text)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= TEXTS_MIN).map(([feature]) => feature);
  return new Map([BIAS, ...frequent.toSorted()].map((feature, id) => [feature, id]));
}

/** The orders of the rows in each epoch: Fisher-Yates by a linear congruential generator, so the same for each fit. */
function* shuffles(length: number): Generator<readonly number[]> {
  let state = 7;
  const order = Array.from({ length }, (_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let last = length - 1; last > 0; last--) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const other = (state >>> 8) % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    yield order;
  }
}

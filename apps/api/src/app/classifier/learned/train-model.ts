import { TICKET_CATEGORIES, type TicketCategory } from '@docket/domain';
import { seededRandom, shuffled } from '../../platform/statistics/seeded-random';
import { BUCKETS, type Features, bucketOf, featuresOf } from './features';
import { KnownFeatures } from './known-features';
import { type ModelParameters, type Weighted, softmax, weighted } from './learned-model';

/** A text with the category that people gave it. */
export interface LabelledText {
  readonly text: string;
  readonly category: TicketCategory;
}

/** The part of a {@link LabelledText} that a training needs. Counted once, however often a model is fitted. */
export interface LabelledFeatures {
  readonly features: Features;
  readonly category: TicketCategory;
}

export const labelledFeatures = ({ text, category }: LabelledText): LabelledFeatures => ({
  features: featuresOf(text),
  category,
});

const EPOCHS = 12;
const LEARNING_RATE = 0.2;
/** Prevents a division by zero in AdaGrad. */
const TINY = 1e-8;
/** Every tenth text is held out for the temperature. */
const HELD_OUT_EVERY = 10;
/** The temperatures that are tried: 0.2 to 5, each 5 % above the one before. */
const TEMPERATURES = Array.from({ length: 67 }, (_, step) => 0.2 * 1.05 ** step);

/** The quantile of held-out texts that sets the minimum share of known features: one in ten has a smaller one. */
const UNKNOWN_TEXTS = 0.1;
/** Upper limit of the required share of known features: most new texts contain some unknown words. */
const KNOWN_SHARE_MAX = 0.8;

interface Example extends Weighted {
  readonly label: number;
}

/** What held-out texts set. */
type Calibration = Pick<ModelParameters, 'temperature' | 'knownShareMin'>;

/**
 * Trains a multinomial logistic regression by AdaGrad (Duchi et al. 2011) over TF-IDF of hashed words and pairs of words. Held-out
 * texts set the temperature (Guo et al. 2017) and the share of words that has to be known. Deterministic: the same texts in the same
 * order give the same parameters.
 */
export function trainModel(texts: readonly LabelledFeatures[], seed = 1): ModelParameters {
  const labels = TICKET_CATEGORIES;
  const order = shuffled(texts, seededRandom(seed));
  const calibration = calibrate(order, labels.length, seed);
  const features = texts.map((text) => text.features);
  const idf = inverseDocumentFrequencies(features);
  return {
    labels,
    known: KnownFeatures.of(features),
    idf,
    ...quantized(fit(toExamples(order, idf), labels.length, seed)),
    ...calibration,
  };
}

/**
 * Fits weights without the held-out texts, which are then like new tickets: most have words that no other text has. The model itself
 * learns from all texts.
 */
function calibrate(order: readonly LabelledFeatures[], labels: number, seed: number): Calibration {
  const heldOut = order.filter((_, n) => n % HELD_OUT_EVERY === 0);
  const trained = order.filter((_, n) => n % HELD_OUT_EVERY !== 0);
  const features = trained.map((text) => text.features);
  // Not of all texts: a word that only held-out texts have would count there, and counts for nothing in a new ticket.
  const idf = inverseDocumentFrequencies(features);
  const fitted = fit(toExamples(trained, idf), labels, seed);
  return {
    knownShareMin: usualShare(heldOut, KnownFeatures.of(features)),
    temperature: bestTemperature(
      toExamples(heldOut, idf).map((example) => ({ scores: scoresOf(example, fitted), label: example.label })),
    ),
  };
}

function toExamples(texts: readonly LabelledFeatures[], idf: Float32Array): Example[] {
  return texts.map(({ features, category }) => ({
    ...weighted(features, idf),
    label: TICKET_CATEGORIES.indexOf(category),
  }));
}

function usualShare(heldOut: readonly LabelledFeatures[], known: KnownFeatures): number {
  const shares = heldOut.map(({ features }) => known.shareOf(features)).sort((one, other) => one - other);
  return Math.min(KNOWN_SHARE_MAX, shares[Math.floor(shares.length * UNKNOWN_TEXTS)] ?? KNOWN_SHARE_MAX);
}

function inverseDocumentFrequencies(texts: readonly Features[]): Float32Array {
  const documents = new Float32Array(BUCKETS);
  for (const { hashes } of texts)
    for (const hash of hashes) documents[bucketOf(hash)] = (documents[bucketOf(hash)] as number) + 1;
  return documents.map((count) => (count === 0 ? 0 : 1 + Math.log((1 + texts.length) / (1 + count))));
}

/** A linear classifier while it learns. */
interface Fit {
  readonly labels: number;
  /**
   * For each bucket, its weight for each label, and then the sum of the squared gradients of each weight. Side by side, because a step
   * needs both, and the memory is read in random order.
   */
  readonly buckets: Float32Array;
  readonly bias: number[];
}

function fit(examples: readonly Example[], labels: number, seed: number): Fit {
  const fitted = { labels, buckets: new Float32Array(BUCKETS * labels * 2), bias: Array<number>(labels).fill(0) };
  const biasSquares = Array<number>(labels).fill(0);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const example of shuffled(examples, seededRandom(seed + epoch))) {
      const errors = softmax(scoresOf(example, fitted));
      errors[example.label] = (errors[example.label] as number) - 1;
      stepBias(fitted.bias, biasSquares, errors);
      stepWeights(fitted, example, errors);
    }
  }
  return fitted;
}

function stepBias(bias: number[], squares: number[], errors: readonly number[]): void {
  for (const [label, error] of errors.entries()) {
    squares[label] = (squares[label] as number) + error * error;
    bias[label] = (bias[label] as number) - (LEARNING_RATE * error) / Math.sqrt(squares[label] + TINY);
  }
}

function stepWeights({ labels, buckets }: Fit, example: Example, errors: readonly number[]): void {
  for (let at = 0; at < example.buckets.length; at++) {
    const row = (example.buckets[at] as number) * labels * 2;
    const value = example.values[at] as number;
    for (let label = 0; label < labels; label++) {
      const gradient = (errors[label] as number) * value;
      const square = (buckets[row + labels + label] as number) + gradient * gradient;
      buckets[row + labels + label] = square;
      buckets[row + label] = (buckets[row + label] as number) - (LEARNING_RATE * gradient) / Math.sqrt(square + TINY);
    }
  }
}

function scoresOf(example: Weighted, { labels, buckets, bias }: Fit): number[] {
  const scores = [...bias];
  for (let at = 0; at < example.buckets.length; at++) {
    const row = (example.buckets[at] as number) * labels * 2;
    const value = example.values[at] as number;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] as number) + value * (buckets[row + label] as number);
  }
  return scores;
}

/** Quantizes weights to eight bits: a quarter of the memory, at the cost of less than a thousandth of the accuracy. */
function quantized({ labels, buckets, bias }: Fit): Pick<ModelParameters, 'weights' | 'scale' | 'bias'> {
  const weights = new Float32Array(buckets.length / 2);
  let largest = 0;
  for (let index = 0; index < weights.length; index++) {
    const label = index % labels;
    const weight = buckets[(index - label) * 2 + label] as number;
    weights[index] = weight;
    largest = Math.max(largest, Math.abs(weight));
  }
  const scale = largest / 127 || 1;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale, bias };
}

/** The temperature with the smallest logarithmic loss. */
function bestTemperature(heldOut: readonly { readonly scores: readonly number[]; readonly label: number }[]): number {
  const loss = (temperature: number) =>
    heldOut.reduce(
      (sum, { scores, label }) => sum - Math.log((softmax(scores, temperature)[label] as number) + 1e-12),
      0,
    );
  if (heldOut.length === 0) return 1;
  return TEMPERATURES.reduce((best, temperature) => (loss(temperature) < loss(best) ? temperature : best), 1);
}

import { TICKET_CATEGORIES, type TicketCategory } from '@docket/domain';
import { BUCKETS, type Features, bucketOf, featuresOf } from './features';
import { KnownFeatures } from './known-features';
import { type ModelParameters, type Weighted, softmax, weighted } from './learned-model';

/** A text with the category that people gave it. */
export interface LabelledText {
  readonly text: string;
  readonly category: TicketCategory;
}

const EPOCHS = 12;
const LEARNING_RATE = 0.2;
/** Keeps AdaGrad from dividing by zero. */
const TINY = 1e-8;
/** Every tenth text is held out for the temperature. */
const HELD_OUT_EVERY = 10;
/** The temperatures that are tried: 0.2 to 5, each 5 % above the one before. */
const TEMPERATURES = Array.from({ length: 67 }, (_, step) => 0.2 * 1.05 ** step);

/** One in ten texts that are like those of the training may have a smaller share of known features. */
const UNKNOWN_TEXTS = 0.1;
/** The largest share of known features that a text needs: people always write some words that nobody wrote before. */
const KNOWN_SHARE_MAX = 0.8;

interface Example extends Weighted {
  readonly features: Features;
  readonly label: number;
}

/**
 * Trains a multinomial logistic regression by AdaGrad (Duchi et al. 2011) over TF-IDF of hashed words and pairs of words. Held-out
 * texts set the temperature (Guo et al. 2017) and the share of words that has to be known. Deterministic: the same texts in the same
 * order give the same parameters.
 */
export function trainModel(texts: readonly LabelledText[], seed = 1): ModelParameters {
  const labels = TICKET_CATEGORIES;
  const features = texts.map(({ text }) => featuresOf(text));
  const idf = inverseDocumentFrequencies(features);
  const examples = texts.map(({ category }, n): Example => {
    const own = features[n] as Features;
    return { features: own, ...weighted(own, idf), label: labels.indexOf(category) };
  });
  const order = shuffled(examples, seed);
  const heldOut = order.filter((_, n) => n % HELD_OUT_EVERY === 0);
  const trained = order.filter((_, n) => n % HELD_OUT_EVERY !== 0);
  // The held-out texts must be unknown to the weights that they judge. The model itself learns from all texts.
  const fitted = fit(trained, labels.length, seed);
  return {
    labels,
    known: KnownFeatures.of(features),
    knownShareMin: usualShare(heldOut, KnownFeatures.of(trained.map((each) => each.features))),
    idf,
    ...quantized(fit(order, labels.length, seed)),
    temperature: bestTemperature(
      heldOut.map((example) => ({ scores: scoresOf(example, fitted), label: example.label })),
    ),
  };
}

function usualShare(heldOut: readonly Example[], known: KnownFeatures): number {
  const shares = heldOut.map(({ features }) => known.shareOf(features)).sort((one, other) => one - other);
  return Math.min(KNOWN_SHARE_MAX, shares[Math.floor(shares.length * UNKNOWN_TEXTS)] ?? KNOWN_SHARE_MAX);
}

function inverseDocumentFrequencies(texts: readonly Features[]): Float32Array {
  const documents = new Float32Array(BUCKETS);
  for (const features of texts)
    for (const feature of features.keys()) documents[bucketOf(feature)] = (documents[bucketOf(feature)] as number) + 1;
  return documents.map((count) => (count === 0 ? 0 : 1 + Math.log((1 + texts.length) / (1 + count))));
}

interface Weights {
  readonly weights: Float32Array;
  readonly bias: number[];
}

function fit(examples: readonly Example[], labels: number, seed: number): Weights {
  const weights = new Float32Array(BUCKETS * labels);
  const squares = new Float32Array(BUCKETS * labels);
  const bias = Array<number>(labels).fill(0);
  const biasSquares = Array<number>(labels).fill(0);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const example of shuffled(examples, seed + epoch)) {
      const { buckets, values } = example;
      const errors = softmax(scoresOf(example, { weights, bias }));
      errors[example.label] = (errors[example.label] as number) - 1;
      for (const [label, error] of errors.entries()) {
        biasSquares[label] = (biasSquares[label] as number) + error * error;
        bias[label] = (bias[label] as number) - (LEARNING_RATE * error) / Math.sqrt(biasSquares[label] + TINY);
      }
      for (let at = 0; at < buckets.length; at++) {
        const row = (buckets[at] as number) * labels;
        for (let label = 0; label < labels; label++) {
          const gradient = (errors[label] as number) * (values[at] as number);
          const square = (squares[row + label] as number) + gradient * gradient;
          squares[row + label] = square;
          weights[row + label] =
            (weights[row + label] as number) - (LEARNING_RATE * gradient) / Math.sqrt(square + TINY);
        }
      }
    }
  }
  return { weights, bias };
}

function scoresOf({ buckets, values }: Weighted, { weights, bias }: Weights): number[] {
  const scores = [...bias];
  for (let at = 0; at < buckets.length; at++) {
    const row = (buckets[at] as number) * scores.length;
    const value = values[at] as number;
    for (let label = 0; label < scores.length; label++)
      scores[label] = (scores[label] as number) + value * (weights[row + label] as number);
  }
  return scores;
}

/** Eight bits for a weight: a quarter of the memory, for less than a thousandth of the accuracy. */
function quantized({ weights, bias }: Weights): Pick<ModelParameters, 'weights' | 'scale' | 'bias'> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
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

/** Fisher and Yates, with a small generator of reproducible numbers (mulberry32). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
}

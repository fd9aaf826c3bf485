import type { TicketCategory } from '@docket/domain';
import { type Features, bucketOf, featuresOf } from './features';
import type { KnownFeatures } from './known-features';

/** The result of a training: the weights of a linear classifier over hashed words. */
export interface ModelParameters {
  readonly labels: readonly TicketCategory[];
  readonly known: KnownFeatures;
  /** Minimum share of known features of a text that the model classifies: nine in ten texts like those of the training reach it. */
  readonly knownShareMin: number;
  /** Inverse document frequency of each bucket: 0 if no text of the training had it. */
  readonly idf: Float32Array;
  /** The weight of each feature for each label: `weights[bucket * labels.length + label]`, in units of `scale`. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: readonly number[];
  /** Divides the scores, so that a probability of 0.9 is right in nine of ten cases. */
  readonly temperature: number;
}

/** A category with its probability. */
export interface Prediction {
  readonly category: TicketCategory;
  readonly confidence: number;
}

/** Minimum confidence of a suggestion: below it, the category is more probably wrong than right. */
const CONFIDENCE_MIN = 0.5;

/** A model that labelled texts trained. */
export class LearnedModel {
  constructor(private readonly parameters: ModelParameters) {}

  /**
   * Undefined for a text with too few known words, such as one of another language or trade: the model would be confident there, and
   * wrong.
   */
  predict(text: string): Prediction | undefined {
    const features = featuresOf(text);
    const { labels, known, knownShareMin } = this.parameters;
    if (known.shareOf(features) < knownShareMin) return undefined;
    const probabilities = this.probabilities(features);
    const best = probabilities.indexOf(Math.max(...probabilities));
    return { category: labels[best] as TicketCategory, confidence: probabilities[best] as number };
  }

  /** A prediction with the minimum confidence. */
  suggest(text: string): Prediction | undefined {
    const prediction = this.predict(text);
    return prediction && prediction.confidence >= CONFIDENCE_MIN ? prediction : undefined;
  }

  private probabilities(features: Features): number[] {
    const { labels, idf, weights, scale, bias, temperature } = this.parameters;
    const scores = [...bias];
    const { buckets, values } = weighted(features, idf);
    for (let at = 0; at < buckets.length; at++) {
      const row = (buckets[at] as number) * labels.length;
      const value = (values[at] as number) * scale;
      for (let label = 0; label < labels.length; label++)
        scores[label] = (scores[label] as number) + value * (weights[row + label] as number);
    }
    return softmax(scores, temperature);
  }
}

/** The values of features, 0 for unknown ones. Parallel arrays, because training iterates over them a dozen times. */
export interface Weighted {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

/** Sublinear TF-IDF, normalized to length 1. */
export function weighted({ hashes, counts }: Features, idf: Float32Array): Weighted {
  const buckets = Int32Array.from(hashes, bucketOf);
  const values = new Float32Array(hashes.length);
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const value = (1 + Math.log(counts[at] as number)) * (idf[buckets[at] as number] as number);
    squares += value * value;
    values[at] = value;
  }
  const length = Math.sqrt(squares) || 1;
  return { buckets, values: values.map((value) => value / length) };
}

export function softmax(scores: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

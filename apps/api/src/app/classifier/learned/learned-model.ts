import type { TicketCategory } from '@docket/domain';
import { type Features, bucketOf, featuresOf } from './features';
import type { KnownFeatures } from './known-features';

/** What training learns: the weights of a linear classifier over hashed words. */
export interface ModelParameters {
  readonly labels: readonly TicketCategory[];
  readonly known: KnownFeatures;
  /** The smallest share of known features with which the model answers: nine in ten texts like those of the training have it. */
  readonly knownShareMin: number;
  /** For each bucket, how much a feature says by being rare: 0 if no text of the training had it. */
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

/** A suggestion that is less sure than this is more probably wrong than right. */
const CONFIDENCE_MIN = 0.5;

/** A model that labelled texts trained. */
export class LearnedModel {
  constructor(private readonly parameters: ModelParameters) {}

  /**
   * Undefined for a text whose words the model hardly knows, such as one of another language or trade: it would be sure there, and
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

  /** A prediction that is sure enough to be shown. */
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

/** The values of the features that the training had: parallel arrays, because training walks over them a dozen times. */
export interface Weighted {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

/** Sublinear TF-IDF, with a length of 1. */
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

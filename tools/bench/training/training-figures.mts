import type { Figure } from '../figures.mts';
import { percentile } from '../statistics.mts';
import type { TrainingAtWorkMeasurements } from './measure-training-at-work.mts';
import type { TrainingMeasurements } from './measure-training.mts';

/** Figures of a training of a desk's own model. */
export function trainingFigures(seen: TrainingMeasurements | undefined): Figure[] {
  return [
    {
      what: 'training on 20,000 tickets: fitting',
      measured: seen?.fittingSeconds,
      unit: 's',
      target: { atMost: 10 },
      note: 'four fits: for the trial and for the model, each with and without its held-out tenth',
    },
    {
      what: 'the same in time of processors',
      measured: seen?.fittingCpuSeconds,
      unit: 's',
      note: 'what it takes on a machine that does nothing else',
    },
    {
      what: 'masking the texts before',
      measured: seen?.readingSeconds,
      unit: 's',
      note: 'in the same thread',
    },
    {
      what: 'memory of the training',
      measured: seen?.megabytes,
      unit: 'MB',
      target: { atMost: 350 },
      note: 'more than before, at the peak',
    },
    {
      what: 'delay of the main thread meanwhile: the longest',
      measured: seen?.delayMs,
      unit: 'ms',
      target: { atMost: 50 },
      note: 'of the process of the bench, which does nothing else',
    },
  ];
}

/** Figures of a training while people work. */
export function trainingAtWorkFigures(seen: TrainingAtWorkMeasurements | undefined): Figure[] {
  return [
    {
      what: 'training while 50 people work: longest delay of the event loop',
      measured: seen?.delayMs,
      unit: 'ms',
      target: { atMost: 50 },
      note: 'of the API, on 20,000 tickets, by its metrics',
    },
    {
      what: 'the same without a training',
      measured: seen?.usualDelayMs,
      unit: 'ms',
      note: 'in an equally long time',
    },
    {
      what: 'requests of the people during the training: p95',
      measured: seen && percentile(seen.requests, 95),
      unit: 'ms',
      note: '',
    },
    {
      what: 'the same without a training',
      measured: seen && percentile(seen.usualRequests, 95),
      unit: 'ms',
      note: '',
    },
  ];
}

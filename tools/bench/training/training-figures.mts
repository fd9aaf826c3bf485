import type { Figure } from '../figures.mts';
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
      note: '',
    },
  ];
}

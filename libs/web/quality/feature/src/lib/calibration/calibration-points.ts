import type { Quality } from '@docket/web/quality/data';
import { percent } from '../texts/percent';

/** A tenth of the confidence. */
export interface CalibrationPoint {
  /** The lower end, 0 to 0.9. */
  readonly from: number;
  /** The average confidence, 0 to 1. */
  readonly said: number;
  readonly n: number;
  /** Undefined for too few cases. */
  readonly right?: number;
  readonly interval?: readonly number[];
  /** Radius in px: the area shows the number of cases. */
  readonly radius: number;
  readonly isLargest: boolean;
}

/** "90 to 100 %": a tenth of the confidence by its lower end, 0 to 0.9. */
export function tenthText(from: number): string {
  return `${Math.round(from * 100)} to ${percent(from + 0.1, 0)}`;
}

const RADIUS_MIN = 4;
const RADIUS_MAX = 9;

export function toCalibrationPoints(bins: Quality['calibration']): CalibrationPoint[] {
  const most = Math.max(1, ...bins.map(({ n }) => n));
  return bins.map(({ from, confidence, n, share, interval }) => ({
    from,
    said: confidence,
    n,
    right: share ?? undefined,
    interval: interval ?? undefined,
    radius: Math.max(RADIUS_MIN, RADIUS_MAX * Math.sqrt(n / most)),
    isLargest: n === most,
  }));
}

/** The percentage at which both axes begin: the last multiple of 20 below everything that the chart shows. */
export function calibrationStart(points: readonly CalibrationPoint[]): number {
  const lowest = Math.min(1, ...points.flatMap(({ said, interval = [] }) => [said, ...interval]));
  return Math.min(80, Math.floor(lowest * 5) * 20);
}

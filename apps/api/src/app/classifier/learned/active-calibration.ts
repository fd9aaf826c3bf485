import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { surenessOf } from '@docket/domain';
import { Settings } from '../../platform/config/settings';
import { RepeatedJob } from '../../platform/jobs/repeated-job';
import { type CalibrationBin, type ModelCalibration, ModelCalibrations } from '../../suggestions';
import { ModelStore } from './model-store';

/** Interval of counting, in milliseconds. It reads many rows; suggestions do not wait for it. */
const INTERVAL_MS = 5 * 60_000;

/** Accuracy of the active model by confidence, cached in memory. */
@Injectable()
export class ActiveCalibration implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LearnedModel');
  private counted?: { readonly version: number; readonly bins: ModelCalibration };
  private readonly job = new RepeatedJob({
    name: 'model-calibration',
    firstMs: 0,
    intervalMs: INTERVAL_MS,
    pass: () => this.refresh(),
    onFailure: (error) => this.logger.warn(`The calibration of the active model is not counted: ${String(error)}`),
  });

  constructor(
    private readonly settings: Settings,
    private readonly store: ModelStore,
    private readonly calibrations: ModelCalibrations,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.hasLocalClassifier) this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** Undefined for too few cases, and for a model that has not been counted yet. */
  of({ version, confidence }: { readonly version: number; readonly confidence: number }): CalibrationBin | undefined {
    return this.counted?.version === version ? this.counted.bins[surenessOf(confidence)] : undefined;
  }

  async refresh(): Promise<void> {
    const active = await this.store.active();
    this.counted = active && { version: active.id, bins: await this.calibrations.of(active.id, active.trainedAt) };
  }
}

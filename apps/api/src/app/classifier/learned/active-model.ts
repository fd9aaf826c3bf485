import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { RepeatedJob } from '../../platform/jobs/repeated-job';
import type { ModelText } from '../privacy/model-text';
import { LearnedModel, type Prediction } from './learned-model';
import { ModelStore } from './model-store';
import { deserializeModel } from './serialized-model';

/** Maximum time until this process uses a model that another one trained, in milliseconds. */
const INTERVAL_MS = 60_000;

/** A category, suggested by the model with this id. */
export interface LearnedSuggestion extends Prediction {
  readonly version: number;
}

/** The active model, in memory. Follows the database, so that all processes use the same one. */
@Injectable()
export class ActiveModel implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LearnedModel');
  /** `model` is undefined if it cannot be read. */
  private loaded?: { readonly id: number; readonly model?: LearnedModel };
  private refreshing = Promise.resolve();
  private readonly job = new RepeatedJob({
    name: 'active-model',
    firstMs: 0,
    intervalMs: INTERVAL_MS,
    pass: () => this.refresh(),
    onFailure: (error) => this.logger.warn(`The active model could not be looked up: ${String(error)}`),
  });

  constructor(
    private readonly settings: Settings,
    private readonly store: ModelStore,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.hasLocalClassifier) this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  /** Undefined without a model, and for texts about which the model is not sure enough. */
  suggest(text: ModelText): LearnedSuggestion | undefined {
    const prediction = this.loaded?.model?.suggest(text);
    return prediction && this.loaded && { ...prediction, version: this.loaded.id };
  }

  /**
   * Loads the active model if it has changed. An unreadable one is logged once, and ignored. Calls run one after the other, so that an
   * older one does not replace the model of a newer one.
   */
  refresh(): Promise<void> {
    const next = this.refreshing.then(() => this.follow());
    this.refreshing = next.catch(() => undefined);
    return next;
  }

  private async follow(): Promise<void> {
    const active = await this.store.active();
    if (active?.id === this.loaded?.id) return;
    this.loaded = active && { id: active.id, model: await this.load(active.id) };
  }

  private async load(id: number): Promise<LearnedModel | undefined> {
    const bytes = await this.store.parametersOf(id);
    if (!bytes) return undefined;
    try {
      return new LearnedModel(await deserializeModel(bytes));
    } catch (error) {
      this.logger.error(`Model ${id} is ignored, and the words of tickets suggest instead. ${String(error)}`);
      return undefined;
    }
  }
}

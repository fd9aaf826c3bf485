import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { SYSTEM_ACTOR } from '../../platform/context/actor';
import { runInContext } from '../../platform/context/work-context';
import { Leases } from '../../platform/database/online/leases';
import { RepeatedJob } from '../../platform/jobs/repeated-job';
import { DecidedCategories } from '../../suggestions';
import { ActiveModel } from '../learned/active-model';
import { ModelStore } from '../learned/model-store';
import { trainInThread } from './train-in-thread';
import { DECISIONS_MAX } from './training-thread';

/** Number of decisions for the first training, and of new decisions for each further one. */
export const DECISIONS_NEEDED = 200;

const FIRST_MS = 3 * 60 * 1000;
const INTERVAL_MS = 60 * 60 * 1000;

/** The lease of the process that trains. */
const LEASE = 'local-model-training';

/** Reasons for which no training starts: CLASSIFIER has no `local`, too few decisions, only one category, or a running training. */
export type NoTraining = 'off' | 'too_few' | 'one_category' | 'running';

/** Checks once an hour for enough new decisions of people, and trains a model on them, in one process at a time. */
@Injectable()
export class ModelTraining implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LearnedModel');
  private readonly job = new RepeatedJob({
    name: 'model-training',
    firstMs: FIRST_MS,
    intervalMs: INTERVAL_MS,
    pass: (signal) => this.run(signal),
    onFailure: (error) =>
      this.logger.warn(`No model could be trained; the next attempt is in an hour: ${String(error)}`),
  });
  /** Trainings that a person started. */
  private started: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly decided: DecidedCategories,
    private readonly store: ModelStore,
    private readonly active: ActiveModel,
    private readonly leases: Leases,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.hasLocalClassifier) this.job.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.job.stop();
    await this.started;
  }

  /**
   * Starts a training at once, without waiting for new decisions or for its end.
   * @param record called once this process holds the lease; the training starts only if it succeeds
   * @returns the reason if no training starts
   */
  async start(record: () => Promise<void>): Promise<NoTraining | undefined> {
    if (!this.settings.hasLocalClassifier) return 'off';
    if ((await this.decided.count({ atMost: DECISIONS_NEEDED })) < DECISIONS_NEEDED) return 'too_few';
    if (!(await this.decided.haveSeveralCategories({ atMost: DECISIONS_MAX }))) return 'one_category';
    const begun = Promise.withResolvers<NoTraining | undefined>();
    const work = () =>
      this.leases.of(LEASE).run(async (lost) => {
        await record();
        begun.resolve(undefined);
        await this.train(AbortSignal.any([this.job.signal, lost]));
      });
    const context = { actor: SYSTEM_ACTOR, requestId: `model-training-${randomUUID()}` };
    const ended = runInContext(context, work).then(
      () => begun.resolve('running'), // no effect if it has begun here
      (error: unknown) => {
        begun.reject(error);
        this.logger.warn(`The model that somebody asked for could not be trained: ${String(error)}`);
      },
    );
    this.started = Promise.all([this.started, ended]);
    return begun.promise;
  }

  /** Trains if a training is due, unless another process trains. */
  async run(signal: AbortSignal): Promise<void> {
    if (!(await this.isDue(signal))) return;
    await this.leases.of(LEASE).run(async (lost) => {
      // Checked again under the lease: another process may just have trained.
      const ended = AbortSignal.any([signal, lost]);
      if (await this.isDue(ended)) await this.train(ended);
    });
  }

  private async isDue(signal: AbortSignal): Promise<boolean> {
    const since = (await this.store.latest())?.trainedAt;
    const count = await this.decided.count({ atMost: DECISIONS_NEEDED, since, signal });
    if (count < DECISIONS_NEEDED) return false;
    if (await this.decided.haveSeveralCategories({ atMost: DECISIONS_MAX, signal })) return true;
    this.logger.log('No model is trained: all decisions have one category, so there is nothing to tell apart');
    return false;
  }

  private async train(signal: AbortSignal): Promise<void> {
    const trainedAt = await this.store.now();
    const active = await this.store.active();
    const bytes = active && (await this.store.parametersOf(active.id));
    const result = await trainInThread(
      {
        countries: this.settings.phoneCountries,
        ...(active && bytes && { before: { parameters: bytes, trainedAt: active.trainedAt } }),
      },
      this.decided.newest(),
      signal,
    );
    await this.store.add({ trainedAt, ...result });
    const { decisions, metrics, parameters } = result;
    this.logger.log(
      `Trained a model on ${decisions} decisions: it is right in ${metrics.right} of ${metrics.n} new ones, and what suggested ` +
        `before in ${metrics.rightBefore}. It ${parameters ? 'suggests from now on' : 'is worse, and not used'}`,
    );
    await this.active.refresh();
  }
}

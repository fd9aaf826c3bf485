import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { RepeatedJob } from '../../platform/jobs/repeated-job';
import { FinalLabels } from './final-labels';
import { SuggestionRetention } from './suggestion-retention';
import { TextRetention } from './text-retention';

const FIRST_MS = 90_000;
const INTERVAL_MS = 60 * 60 * 1000;

/** Completes the ledger once an hour. */
@Injectable()
export class SuggestionUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Suggestions');
  private readonly job = new RepeatedJob({
    name: 'suggestion-upkeep',
    firstMs: FIRST_MS,
    intervalMs: INTERVAL_MS,
    pass: (signal) => this.pass(signal),
    onFailure: (error) =>
      this.logger.warn(`The ledger of suggestions was not completed; the next attempt is in an hour: ${String(error)}`),
  });

  constructor(
    private readonly settings: Settings,
    private readonly finalLabels: FinalLabels,
    private readonly retention: SuggestionRetention,
    private readonly texts: TextRetention,
  ) {}

  onApplicationBootstrap(): void {
    this.job.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.job.stop();
  }

  private async pass(signal: AbortSignal): Promise<void> {
    await this.finalLabels.run(signal);
    await this.texts.run(signal);
    const total = await this.retention.run(signal);
    if (total === 0) return;
    this.logger.log(
      `Counted and deleted ${total} suggestions that are older than ${this.settings.SUGGESTION_DAYS} days`,
    );
  }
}

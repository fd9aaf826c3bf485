import { Injectable } from '@nestjs/common';
import { type Author, SecurityLog, actorIds } from '../../people';
import { Transactions } from '../../platform/database/transactions';
import { ProblemException } from '../../platform/problems/problem.exception';
import type { ProblemKind } from '../../platform/problems/problem-kinds';
import { type ModelState, ModelStates } from './model-state';
import { DECISIONS_NEEDED, ModelTraining, type NoTraining } from './model-training';
import { NOTHING_TO_LEARN, TRAINING_OFF, TRAINING_RUNNING } from './problem-kinds';

const REFUSALS: Readonly<Record<NoTraining, readonly [ProblemKind, string]>> = {
  off: [TRAINING_OFF, 'CLASSIFIER has no local, so the API trains no model'],
  too_few: [NOTHING_TO_LEARN, `People have decided fewer than ${DECISIONS_NEEDED} categories`],
  one_category: [NOTHING_TO_LEARN, 'All decisions have one category, so there is nothing to tell apart'],
  running: [TRAINING_RUNNING, 'A training is running. Wait until it has ended'],
};

/** Starts trainings on request of administrators. */
@Injectable()
export class RequestedTraining {
  constructor(
    private readonly training: ModelTraining,
    private readonly states: ModelStates,
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Starts a training without waiting for its end, and records it in the audit log.
   * @throws ProblemException if none starts
   */
  async start({ actor, client }: Author): Promise<ModelState> {
    const refusal = await this.training.start(() =>
      this.transactions.statement((manager) =>
        this.securityLog.record(manager, 'model_training_started', client, actorIds(actor)),
      ),
    );
    if (refusal) throw new ProblemException(409, ...REFUSALS[refusal]);
    return this.states.current();
  }
}

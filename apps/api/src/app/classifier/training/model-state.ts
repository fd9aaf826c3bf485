import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings';
import { type Share, shareOf } from '../../platform/statistics/proportions';
import { DecidedCategories } from '../../suggestions';
import { ModelStore, type StoredTraining } from '../learned/model-store';
import { DECISIONS_NEEDED } from './model-training';
import { DECISIONS_MAX } from './training-thread';

/** Time for which a count is cached, in milliseconds. Counting reads many rows. */
const COUNT_MS = 60_000;

export const MODEL_STATES = ['off', 'learning', 'waiting', 'active'] as const;

/** The state of the trained model, and of the decisions that it needs. */
export interface ModelState {
  readonly state: (typeof MODEL_STATES)[number];
  /** Decisions of people, up to 20,000. */
  readonly decisions: number;
  readonly needed: number;
  /** Whether there are enough decisions, but all of one category, so no training starts. */
  readonly hasOneCategory: boolean;
  readonly active: JudgedTraining | undefined;
  /** The last training, if its model was worse than the current suggestions. */
  readonly rejected: JudgedTraining | undefined;
}

type Counted = Pick<ModelState, 'decisions' | 'hasOneCategory'>;

interface JudgedTraining extends Pick<StoredTraining, 'id' | 'trainedAt' | 'decisions'> {
  /** Accuracy on unseen decisions, of the new model and of the suggestions before it; undefined without such decisions. */
  readonly accuracy: Share | undefined;
  readonly accuracyBefore: Share | undefined;
}

/** Reads the state of the trained model. */
@Injectable()
export class ModelStates {
  private counted?: { readonly at: number; readonly result: Promise<Counted> };

  constructor(
    private readonly settings: Settings,
    private readonly store: ModelStore,
    private readonly decided: DecidedCategories,
  ) {}

  async current(): Promise<ModelState> {
    const none = { decisions: 0, hasOneCategory: false, active: undefined, rejected: undefined };
    const nothing = { ...none, needed: DECISIONS_NEEDED };
    if (!this.settings.hasLocalClassifier) return { ...nothing, state: 'off' };
    const counted = await this.count();
    const [active, latest] = [await this.store.active(), await this.store.latest()];
    return {
      ...nothing,
      ...counted,
      state: active ? 'active' : counted.decisions < DECISIONS_NEEDED ? 'learning' : 'waiting',
      active: active && judged(active),
      rejected: latest && !latest.isActive ? judged(latest) : undefined,
    };
  }

  private count(): Promise<Counted> {
    const now = performance.now();
    if (!this.counted || now - this.counted.at > COUNT_MS) {
      const result = this.look();
      this.counted = { at: now, result };
      result.catch(() => (this.counted = undefined));
    }
    return this.counted.result;
  }

  private async look(): Promise<Counted> {
    const atMost = DECISIONS_MAX;
    const decisions = await this.decided.count({ atMost });
    const isEnough = decisions >= DECISIONS_NEEDED;
    return { decisions, hasOneCategory: isEnough && !(await this.decided.haveSeveralCategories({ atMost })) };
  }
}

function judged({ id, trainedAt, decisions, metrics }: StoredTraining): JudgedTraining {
  const { n, right, rightBefore } = metrics;
  const share = (number: number) => (n > 0 ? shareOf(number, n) : undefined);
  return { id, trainedAt, decisions, accuracy: share(right), accuracyBefore: share(rightBefore) };
}

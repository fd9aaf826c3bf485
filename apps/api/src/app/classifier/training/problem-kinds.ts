import type { ProblemKind } from '../../platform/problems/problem-kinds';

export const TRAINING_RUNNING: ProblemKind = { type: '/problems/training-running', title: 'A training is running' };

/** There are too few decisions, or all have one category. */
export const NOTHING_TO_LEARN: ProblemKind = { type: '/problems/nothing-to-learn', title: 'There is nothing to learn' };

/** CLASSIFIER has no `local`. */
export const TRAINING_OFF: ProblemKind = { type: '/problems/training-off', title: 'This API trains no model' };

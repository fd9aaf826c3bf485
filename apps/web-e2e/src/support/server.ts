import { join } from 'node:path';

const API = join(__dirname, '../../../../dist/apps/api');

/** The built API. */
export const SERVER = join(API, 'main.js');
/** The built command that fills a ledger. */
export const SIMULATE_YEAR = join(API, 'simulate-year.js');
/** The thread in which the built API trains a model. */
export const TRAIN_WORKER = join(API, 'train-worker.js');

import { join } from 'node:path';

const API = join(__dirname, '../../../../dist/apps/api');

/** Path of the built API. */
export const SERVER = join(API, 'main.js');
/** Path of the built command that fills a ledger. */
export const SIMULATE_YEAR = join(API, 'simulate-year.js');
/** Path of the built training thread. */
export const TRAIN_WORKER = join(API, 'train-worker.js');

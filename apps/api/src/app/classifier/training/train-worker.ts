import { parentPort, workerData } from 'node:worker_threads';
import { type TrainingInput, train } from './training-thread';

/** The thread that trains a model. The API starts it. */
if (parentPort) train(parentPort, workerData as TrainingInput);

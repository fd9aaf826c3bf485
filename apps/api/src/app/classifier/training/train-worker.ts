import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type TrainingInput, train } from './training-thread';

/** The thread that trains a model. The API starts it. */
if (parentPort) {
  // Requests come first, also on a machine with few cores. On Linux, 0 is this thread; elsewhere, it is the whole process.
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
  train(parentPort, workerData as TrainingInput);
}

import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitUrgency } from './app/classifier';

const CLASSIFIER = 'apps/api/src/app/classifier';

/** `fit-urgency`, run in the root of the project: refits the weights of the emergency words to the golden sentences. */
const read = (name: string) => readFileSync(join(CLASSIFIER, 'evaluation/golden', name), 'utf8');
writeFileSync(join(CLASSIFIER, 'words/evidence/weights.ts'), fitUrgency(read));

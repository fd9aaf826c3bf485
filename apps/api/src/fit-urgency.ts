import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitUrgency } from './app/classifier';

const CLASSIFIER = 'apps/api/src/app/classifier';

/** `fit-urgency`, from the root of the project: fits the weights of the words of emergencies to the golden sentences anew. */
const read = (name: string) => readFileSync(join(CLASSIFIER, 'evaluation/golden', name), 'utf8');
writeFileSync(join(CLASSIFIER, 'words/evidence/weights.ts'), fitUrgency(read));

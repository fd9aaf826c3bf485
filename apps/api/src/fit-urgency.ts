import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitUrgency, measureUrgency, urgencyTable } from './app/classifier';

const CLASSIFIER = 'apps/api/src/app/classifier';

/**
 * `fit-urgency`, from the root of the project: fits the weights of the words of emergencies to the golden sentences anew. With
 * `--measure`, prints instead how many sentences of each set the built phrases and weights call critical.
 */
const read = (name: string) => readFileSync(join(CLASSIFIER, 'evaluation/golden', name), 'utf8');
if (process.argv.includes('--measure')) process.stdout.write(`${urgencyTable(measureUrgency(read))}\n`);
else writeFileSync(join(CLASSIFIER, 'words/evidence/weights.ts'), fitUrgency(read));

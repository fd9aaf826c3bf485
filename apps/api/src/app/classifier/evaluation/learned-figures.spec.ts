import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededDesk } from '../../../testing/seeded-desk';
import { figuresOf } from './figures';
import { type GoldenTicket, readGoldenTickets } from './golden-tickets';
import { answerByFolds } from './providers';

const FOLDS = 5;
const golden = () => readGoldenTickets(readFileSync(join(__dirname, 'golden', 'tickets.jsonl'), 'utf8'));
/** A desk on which the model is good: it has enough tickets, and one in 20 has a wrong category. */
const desk = () => seededDesk({ seed: 3, tickets: 1000, noise: 0.05, words: 8, vocabulary: 300 });

/**
 * Stored figures of the trained model: at least that share answered and right, and at most that calibration error. Too few golden tickets
 * are there to learn much from, and the model has to know that. A change of the training may improve the figures.
 */
it.each<[string, () => readonly GoldenTicket[], { answered: number; precision: number; ece: number }]>([
  ['golden tickets', golden, { answered: 0.93, precision: 0.44, ece: 0.04 }],
  ['tickets of a seeded desk', desk, { answered: 0.95, precision: 0.92, ece: 0.03 }],
])('answers as many %s by the trained model as stored, as many of them right, and is as sure', (_, read, stored) => {
  const tickets = read();
  const { answered, precision, ece } = figuresOf(tickets, answerByFolds('learned', tickets, FOLDS));

  expect(answered?.share).toBeGreaterThanOrEqual(stored.answered);
  expect(precision?.share).toBeGreaterThanOrEqual(stored.precision);
  expect(ece).toBeLessThanOrEqual(stored.ece);
});

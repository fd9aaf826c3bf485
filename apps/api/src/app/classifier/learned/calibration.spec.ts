import { type DeskTicket, type SeededDesk, seededDesk } from '../../../testing/seeded-desk';
import { figuresOf } from '../evaluation/figures';
import { LearnedModel, type ModelParameters } from './learned-model';
import { labelledFeatures, trainModel } from './train-model';

/** Tickets that the model has not seen. Chance alone gives an error of about 0.01. */
const JUDGED = 4000;

/** Trains on one half of a desk, and answers the other. */
function trainAndAnswer(desk: Omit<SeededDesk, 'tickets'>) {
  const tickets = seededDesk({ ...desk, tickets: 2000 + JUDGED });
  const [learned, judged] = [tickets.slice(0, 2000), tickets.slice(2000)];
  const parameters = trainModel(learned.map(({ description: text, category }) => labelledFeatures({ text, category })));
  return { parameters, judged };
}

function figures(parameters: ModelParameters, judged: readonly DeskTicket[]) {
  const model = new LearnedModel(parameters);
  const answers = judged.map(({ description }) => model.predict(description));
  return {
    ...figuresOf(
      judged,
      answers.map((answer) => answer ?? {}),
    ),
    confidences: answers.flatMap((answer) => answer?.confidence ?? []),
  };
}

it.each([
  // Each ticket has a name that no other has, by which a model remembers the wrong categories, and believes them.
  ['3 of 10 categories are wrong', { seed: 1, noise: 0.3, words: 1, vocabulary: 90_000 }, 0.7, 0.1],
  ['people agree', { seed: 1, noise: 0, words: 10, vocabulary: 200 }, 1, 0.02],
  // One in four is right by chance, so the categories have nothing to do with the texts.
  ['people choose by chance', { seed: 2, noise: 0.75, words: 6, vocabulary: 200 }, 0.25, 0.06],
])('is as sure as it is right where %s', (_desk, desk, right, error) => {
  const { parameters, judged } = trainAndAnswer(desk);
  const { answered, precision, ece } = figures(parameters, judged);

  expect(answered?.share).toBeGreaterThan(0.9);
  expect(precision?.share).toBeCloseTo(right, 1);
  expect(ece).toBeLessThan(error);
  // The scores alone do not say it.
  expect(figures({ ...parameters, temperature: 1 }, judged).ece).toBeGreaterThan(2 * error);
});

it('is hardly sure of any ticket where people choose by chance', () => {
  const { parameters, judged } = trainAndAnswer({ seed: 2, noise: 0.75, words: 6, vocabulary: 200 });
  const { confidences } = figures(parameters, judged);

  expect(confidences.length).toBeGreaterThan(0.9 * JUDGED);
  expect(Math.max(...confidences)).toBeLessThan(0.5); // below which nothing is suggested
});

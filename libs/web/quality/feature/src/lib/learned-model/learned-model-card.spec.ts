import type { Models } from '@docket/web/quality/data';
import { eventually } from '@docket/web/ui/testing';
import { openPage, startPage, verifyRequests } from '../../testing/quality-page';
import { REPORT } from '../../testing/report';

afterEach(verifyRequests);

const CARD = 'docket-learned-model-card';

const accuracy = (right: number, n: number) => ({
  n,
  share: right / n,
  interval: [right / n - 0.05, right / n + 0.05],
});
const training = (right: number, before: number, n: number) => ({
  version: 3,
  trained_at: '2026-11-01T23:59:00.000Z',
  decisions: 2400,
  accuracy: accuracy(right, n),
  accuracy_before: accuracy(before, n),
});

it.each<[string, Models, string]>([
  [
    'how many decisions it waits for',
    { state: 'learning', decisions: 140, needed: 200, has_one_category: false },
    'Learning: 140 of 200 decisions It learns from categories that people chose alone or changed.',
  ],
  [
    'that the training comes',
    { state: 'waiting', decisions: 212, needed: 200, has_one_category: false },
    'Training within the hour 212 decisions so far.',
  ],
  [
    'that there is nothing to learn while all decisions have one category',
    { state: 'waiting', decisions: 212, needed: 200, has_one_category: true },
    'Nothing to learn yet All 212 decisions so far have one category. The model learns once people decide others.',
  ],
  [
    'the same after a training',
    { state: 'waiting', decisions: 212, needed: 200, has_one_category: true, rejected: training(5, 15, 20) },
    'Nothing to learn yet All 212 decisions so far have one category. The model learns once people decide others. The model of ' +
      '1 Nov 2026 is not used: it was right in 5 of the 20 newest decisions, and what suggests now in 15.',
  ],
  [
    'why a first model does not suggest',
    { state: 'waiting', decisions: 212, needed: 200, has_one_category: false, rejected: training(5, 15, 20) },
    'Not good enough yet 212 decisions so far. 200 new ones start the next training. The model of 1 Nov 2026 is not used: ' +
      'it was right in 5 of the 20 newest decisions, and what suggests now in 15.',
  ],
  [
    'how good it is, beside what suggested before',
    { state: 'active', decisions: 2500, needed: 200, has_one_category: false, active: training(211, 171, 240) },
    '87.9 % right, 82.9 to 92.9 %, n = 240 What suggested before was right in 71.3 % of the same decisions. ' +
      'It learned from 2,400 decisions until 1 Nov 2026.',
  ],
  [
    'no figure for too few decisions',
    { state: 'active', decisions: 2500, needed: 200, has_one_category: false, active: training(18, 11, 20) },
    'Accuracy: too few (n = 20) It learned from 2,400 decisions until 1 Nov 2026.',
  ],
  [
    'no figure for a training that tried none',
    {
      state: 'active',
      decisions: 300,
      needed: 200,
      has_one_category: false,
      active: { version: 1, trained_at: '2026-11-01', decisions: 300 },
    },
    'Accuracy: none yet It learned from 300 decisions until 1 Nov 2026.',
  ],
  [
    'that a later one is not used',
    {
      state: 'active',
      decisions: 2500,
      needed: 200,
      has_one_category: false,
      active: training(18, 11, 20),
      rejected: { version: 4, trained_at: '2026-11-20T10:00:00.000Z', decisions: 2400 },
    },
    'Accuracy: too few (n = 20) It learned from 2,400 decisions until 1 Nov 2026. ' +
      'The model of 20 Nov 2026 is not used: it was worse than what suggests now.',
  ],
])("says of the desk's own model %s", async (_, models, text) => {
  const page = await openPage(REPORT, '', { models });

  expect(page.text(CARD)).toBe(`The desk’s own model ${text}`);
});

it('shows how far the decisions are', async () => {
  const { element } = await openPage(REPORT, '', {
    models: { state: 'learning', decisions: 50, needed: 200, has_one_category: false },
  });

  expect(element.querySelector<HTMLElement>(`${CARD} .bar`)?.style.width).toBe('25%');
});

it('is nothing where no model is trained', async () => {
  const { text } = await openPage(REPORT, '', {
    models: { state: 'off', decisions: 0, needed: 200, has_one_category: false },
  });

  expect(text(CARD)).toBe('');
  expect(text('docket-blind-card')).toContain('84.4 %');
});

it('says that it loads, beside the figures', async () => {
  const { element, respond, respondModels, text } = await startPage('', { models: 'pending' });
  void respond();
  await eventually(() => expect(text('docket-blind-card')).toContain('84.4 %'));
  expect(text(`${CARD} [role=status]`)).toBe('Loading…');
  expect(element.querySelector(`${CARD} [aria-busy=true]`)).not.toBeNull();

  await respondModels({ state: 'learning', decisions: 1, needed: 200, has_one_category: false });

  expect(text(CARD)).toContain('1 of 200');
  expect(element.querySelector(`${CARD} [aria-busy=true]`)).toBeNull();
});

it('says that it could not be loaded, keeps the figures, and tries again', async () => {
  const { press, respondModels, text } = await openPage(REPORT, '', { models: 'missing' });
  expect(text(`${CARD} [role=alert]`)).toBe('Its state could not be loaded. Try again');
  expect(text('docket-blind-card')).toContain('84.4 %');

  press('Try again');
  await respondModels({ state: 'learning', decisions: 7, needed: 200, has_one_category: false });

  expect(text(CARD)).toContain('7 of 200');
});

it('loads after a failure when the connection is back', async () => {
  const { respond, respondModels, text } = await openPage(REPORT, '', { models: 'missing' });

  window.dispatchEvent(new Event('online'));
  void respond();
  await respondModels({ state: 'learning', decisions: 7, needed: 200, has_one_category: false });

  expect(text(CARD)).toContain('7 of 200');
});

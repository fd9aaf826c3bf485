import { clientFigures } from './client-figures.mts';
import { CLIENT_PAGES } from './client-pages.mts';

const scores = { performance: 97, accessibility: 100, bestPractices: 96, failed: ['errors-in-console'] };
const seen = {
  browser: '150.0',
  slowdown: 1.5,
  pages: { list: scores },
  firstTable: { milliseconds: 900, scriptBytes: 148_400 },
  firstTableByGzip: { milliseconds: 950, scriptBytes: 155_000 },
  conversationBytes: 38_000,
  typing: { keys: 80, slowKey: 32, slowestKey: 56, inEmptyPage: 16 },
};

const byName = Object.fromEntries(clientFigures(seen).map((figure) => [figure.what, figure]));

it('shows scripts in kB', () => {
  expect(byName['client: script before the first row']).toMatchObject({ measured: 148.4, target: { atMost: 170 } });
});

it('names the failed audits in the note of the score that they lower', () => {
  expect(byName['Lighthouse, list: best practices']).toMatchObject({ measured: 96, note: 'errors-in-console' });
});

it('leaves a page without scores unmeasured', () => {
  expect(byName['Lighthouse, dashboard: performance']?.measured).toBeUndefined();
});

it('has all rows, unmeasured, without measurements', () => {
  const none = clientFigures(undefined);

  expect(none).toHaveLength(6 + 3 * CLIENT_PAGES.length);
  expect(none.every(({ measured }) => measured === undefined)).toBe(true);
});

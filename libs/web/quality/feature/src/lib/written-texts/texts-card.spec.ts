import { openPage, verifyRequests } from '../../testing/quality-page';
import { EMPTY_REPORT, REPORT, few } from '../../testing/report';
import { type TextsPart, countsText, editsText } from './texts-texts';

afterEach(verifyRequests);

const CARD = 'docket-texts-card';
const wordsOf = (parts: readonly TextsPart[]) => parts.map(({ text }) => text).join('');

it('says how many drafts were sent, how much people changed them, and what texts cost', async () => {
  const { text } = await openPage();

  expect(text(CARD)).toBe(
    'Drafts and summaries 72.6 % of drafts sent , 62.2 to 81.0 %, n = 84 Half of 60 replies differ from their draft by 7 words or less. ' +
      '84 drafts , 51 summaries , 9 requests without a text. Cost: 0.31. 140 priced calls , in the unit of the prices. The cost of 1 call is unknown.',
  );
});

it('shows no figure for too few drafts', async () => {
  const texts = { ...REPORT.texts, drafts: 29, sent: few(29), edits: { n: 20, median: null } };
  const { text } = await openPage({ ...REPORT, texts });

  expect(text(CARD)).toContain('Drafts sent: too few (n = 29)');
  expect(text(CARD)).not.toContain('differ');
});

it('is there for days without a suggestion', async () => {
  const { text } = await openPage({ ...EMPTY_REPORT, texts: REPORT.texts });
  expect(text(CARD)).toContain('72.6');
});

it('is not there if no text was asked for', async () => {
  const { element } = await openPage({ ...REPORT, texts: EMPTY_REPORT.texts });
  expect(element.querySelector(CARD)).toBeNull();
});

it('leads from each number to the drafts, summaries and calls that it counts', async () => {
  const { element } = await openPage(REPORT, '?team=3');

  const links = [...element.querySelectorAll(`${CARD} a`)];

  expect(links.map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual(
    [
      ['sent', 'kind=draft&result=sent'],
      ['n\u00a0=\u00a084', 'kind=draft&result=written'],
      ['60 replies', 'result=measured'],
      ['84 drafts', 'kind=draft&result=written'],
      ['51 summaries', 'kind=summary&result=written'],
      ['9 requests', 'result=refused'],
      ['140 priced calls', 'call=priced'],
      ['1 call', 'call=unpriced'],
    ].map(([text, figure]) => [text, `/quality/suggestions?list=texts&from=2026-10-28&to=2026-11-26&team=3&${figure}`]),
  );
});

it('leads nowhere from a number of none', async () => {
  const none = { n: 30, right: 0, share: 0, interval: [0, 0.114] };
  const cost = { micros: 0, priced_calls: 0, unpriced_calls: 0 };
  const edits = { n: 0, median: null };
  const texts = { ...REPORT.texts, drafts: 30, summaries: 0, refused: 0, sent: none, edits, cost };
  const { element, text } = await openPage({ ...REPORT, texts });

  expect(text(CARD)).toContain('0.0 % of drafts sent , 0.0 to 11.4 %, n = 30');
  const links = [...element.querySelectorAll(`${CARD} a`)].map(({ textContent }) => textContent.trim());
  expect(links).toEqual(['n\u00a0=\u00a030', '30 drafts']);
});

it.each([
  [{ drafts: 1, summaries: 0, refused: 0 }, '1 draft, 0 summaries.'],
  [{ drafts: 0, summaries: 2, refused: 1 }, '0 drafts, 2 summaries, 1 request without a text.'],
])('counts %j', (counts, text) => {
  expect(wordsOf(countsText({ ...REPORT.texts, ...counts }))).toBe(text);
});

it.each([
  [0, 'Half of 60 replies have every word of their draft.'],
  [1, 'Half of 60 replies differ from their draft by 1 word or less.'],
  [1200, 'Half of 60 replies differ from their draft by 1,200 words or less.'],
])('puts %d changed words into words', (median, text) => {
  expect(wordsOf(editsText({ ...REPORT.texts, edits: { n: 60, median } }))).toBe(text);
});

import { TestBed } from '@angular/core/testing';
import { forgetTexts } from '@docket/web/people/data';
import { ANA, BEN, become, eventually, expectNoRequests, openTab, requested } from '../testing/conversation';
import { Compositions } from './compositions';
import { DraftMarks } from './draft-marks';

const URL = '/api/tickets/7/draft/public';
const NO_CONTENT = { status: 204, statusText: 'No Content' };
const marked = () => [...TestBed.inject(DraftMarks).ticketIds()];

beforeEach(openTab);
afterEach(() => {
  expectNoRequests();
  localStorage.clear();
  sessionStorage.clear();
});

/** Writes a reply to ticket 7 that the server saves. */
async function writeReply() {
  const { draft } = TestBed.inject(Compositions).of(7, 'public');
  void draft.load();
  (await requested(URL)).flush(null, NO_CONTENT);
  draft.type('Hello');
  (await requested(URL, 'PUT')).flush({ body: 'Hello', updated_at: '' });
  await eventually(() => expect(draft.place()).toBe('server'));
  return draft;
}

it('marks a ticket as long as it has an unsent text, also after a reload', async () => {
  await become(ANA);
  expect(marked()).toEqual([]);
  const draft = await writeReply();
  expect(marked()).toEqual([7]);

  openTab();
  await become(ANA);
  expect(marked()).toEqual([7]);
  expect(localStorage.getItem('docket.message.3.marks')).toBe('["7.public"]'); // without the text

  draft.clear();
  dispatchEvent(new StorageEvent('storage', { key: null })); // tells the other tab
  await eventually(() => expect(marked()).toEqual([]));
});

it('marks a text that the server has from another machine, once the ticket was opened', async () => {
  await become(ANA);
  void TestBed.inject(Compositions).of(7, 'public').draft.load();

  (await requested(URL)).flush({ body: 'From the other machine', updated_at: '' });

  await eventually(() => expect(marked()).toEqual([7]));
});

it('keeps the marks of one person from another, and forgets them with the texts', async () => {
  await become(ANA);
  await writeReply();

  await become(BEN);
  expect(marked()).toEqual([]);

  forgetTexts();
  await become(ANA);
  expect(marked()).toEqual([]);
});

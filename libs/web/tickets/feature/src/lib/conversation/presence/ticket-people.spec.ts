import { TestBed } from '@angular/core/testing';
import { OwnPresence, PresentPeople, type PresentPerson } from '@docket/web/live/data';
import { eventually } from '@docket/web/ui/testing';
import { openConversation, respondToDraft, write } from '../../../testing/conversation';
import { findByText } from '../../../testing/elements';

const BEN: PresentPerson = { id: 4, name: 'Ben Okafor', doing: 'replying' };
const MEI: PresentPerson = { id: 5, name: 'Mei Tanaka', doing: 'reading' };
const ME: PresentPerson = { id: 3, name: 'Ana Ruiz', doing: 'replying' };

const own = { show: jest.fn(), hide: jest.fn() };

/** Opens ticket 8 as Ana. The people present load a second later. */
async function openTicket8() {
  TestBed.configureTestingModule({ providers: [{ provide: OwnPresence, useValue: own }] });
  const page = await openConversation();
  await eventually(() => expect(document.querySelector('docket-ticket-people')).not.toBeNull());
  return page;
}

function arrive(...people: PresentPerson[]): void {
  TestBed.inject(PresentPeople).update({ complete: true, tickets: [{ ticket_id: 8, people }] });
  TestBed.tick();
}

const texts = (part: string) =>
  [...document.querySelectorAll(`docket-ticket-people ${part}`)].map((element) =>
    element.textContent.replace(/\s+/g, ' ').trim(),
  );

beforeEach(() => jest.clearAllMocks());
afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

it('shows who replies and who reads, but not the person themselves', async () => {
  await openTicket8();
  expect(texts('p')).toEqual([]);

  arrive(BEN, ME, MEI);

  expect(texts('p')).toEqual(['BOBen is replying', 'MTMei is reading']);
  arrive({ ...BEN, doing: 'reading' }, MEI);
  expect(texts('p')).toEqual(['BOMTBen and Mei are reading']);
  TestBed.inject(PresentPeople).forget();
  TestBed.tick();
  expect(texts('p')).toEqual([]);
});

it('tells screen readers who replies, once', async () => {
  await openTicket8();
  const status = document.querySelector('docket-ticket-people [role=status]')!;
  const changes = jest.fn();
  const observer = new MutationObserver(changes);

  arrive(BEN);
  expect(texts('[role=status]')).toEqual(['Ben is replying']);
  observer.observe(status, { childList: true, characterData: true, subtree: true });
  arrive({ ...BEN }, MEI);
  await Promise.resolve();

  expect(changes).not.toHaveBeenCalled();
  observer.disconnect();
});

it('tells the others that the person reads, and replies while they type a reply', async () => {
  await openTicket8();
  expect(own.show).toHaveBeenLastCalledWith(8, 'reading');

  await write('Hello');
  expect(own.show).toHaveBeenLastCalledWith(8, 'replying');
  findByText('docket-composer button', 'Note').click();
  TestBed.tick();
  expect(own.show).toHaveBeenLastCalledWith(8, 'reading');
  await respondToDraft('internal');
  await write('For the team');
  expect(own.show).toHaveBeenLastCalledWith(8, 'reading');

  findByText('a', 'Seven').click();
  await eventually(() => expect(own.show).toHaveBeenLastCalledWith(7, 'reading'));
});

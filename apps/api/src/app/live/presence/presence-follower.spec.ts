import type { ChangeBell } from '../../platform/database/bell/change-bell';
import { PresenceFollower } from './presence-follower';
import type { PresentPeople, PresentPerson } from './present-people';

const bell = { pollMs: 1000, listen: () => () => undefined } as unknown as ChangeBell;

const ANA: PresentPerson = { ticket_id: 8, id: 3, name: 'Ana', doing: 'reading', ends_in: 1 };

it('follows who is present on a database that takes no writes', async () => {
  const present = {
    read: () => Promise.resolve([ANA]),
    deleteOld: () => Promise.reject(new Error('cannot execute DELETE in a read-only transaction')),
  } as unknown as PresentPeople;

  const follower = await PresenceFollower.start(present, bell, () => undefined);

  expect(follower.all()).toEqual([{ ticket_id: 8, people: [{ id: 3, name: 'Ana', doing: 'reading' }] }]);
  follower.stop();
});

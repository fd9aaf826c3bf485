import { runCounters } from './counters-command';

it('explains its use for any other command, and opens no database', async () => {
  const never = () => Promise.reject(new Error('opened'));

  await expect(runCounters('count', never)).rejects.toThrow('usage: counters check|rebuild');
});

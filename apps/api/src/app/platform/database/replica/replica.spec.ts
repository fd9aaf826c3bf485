import { Logger } from '@nestjs/common';
import { type DataSource, QueryFailedError } from 'typeorm';
import { SYSTEM_ACTOR } from '../../context/actor';
import { runInContext } from '../../context/work-context';
import { TimeoutClient } from '../timeout-client';
import { Replica } from './replica';

function aReplica() {
  const outcomes: string[] = [];
  const primary = { query: () => Promise.resolve([{ cluster: '1', lsn: '7' }]) } as unknown as DataSource;
  const replica = new Replica({ type: 'postgres' }, primary, { add: (outcome: string) => void outcomes.push(outcome) });
  return { replica, outcomes };
}

/** The error of a statement, as a repository gets it. */
async function failureOf(run: () => Promise<unknown>): Promise<QueryFailedError> {
  const error = await run().then(
    () => undefined,
    (reason: Error) => reason,
  );
  return new QueryFailedError('SELECT 1', [], error ?? new Error('no failure'));
}

/** A statement of a request whose time is over: it is not sent, so there is no server. */
const unsent = () =>
  failureOf(() =>
    runInContext({ actor: SYSTEM_ACTOR, requestId: 'late', deadline: performance.now() - 1 }, () =>
      new TimeoutClient().query('SELECT 1'),
    ),
  );

it('stays in use after a read whose request had no time left', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const { replica, outcomes } = aReplica();
  const late = await unsent();

  await expect(replica.attempt(() => Promise.reject(late))).rejects.toBe(late);

  expect(await replica.attempt(() => Promise.resolve('rows'))).toEqual({ result: 'rows' });
  expect(outcomes).toEqual(['served']);
  expect(warn).not.toHaveBeenCalled();
});

it('is left out for a while after a statement that got no answer', async () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  const { replica, outcomes } = aReplica();
  const dead = await failureOf(() => Promise.reject(new Error('Query read timeout')));

  expect(await replica.attempt(() => Promise.reject(dead))).toBeUndefined();
  expect(await replica.attempt(() => Promise.resolve('rows'))).toBeUndefined();

  expect(outcomes).toEqual(['failed', 'skipped']);
  expect(warn).toHaveBeenCalledTimes(1);
});

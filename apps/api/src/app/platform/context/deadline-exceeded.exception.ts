import { ServiceUnavailableException } from '@nestjs/common';
import type { Dependency, Waits } from './waiting';

const TEXTS: Readonly<Record<Dependency, string>> = {
  database: 'The database did not answer in time',
  'connection pool': 'All connections to the database were in use until the request timed out',
  model: 'The model did not answer in time',
};

/** The deadline of the request has passed. The message names the slow dependency, and whether a change may have been stored. */
export class DeadlineExceededException extends ServiceUnavailableException {
  readonly slowest: Dependency | undefined;

  constructor(waits: Waits | undefined, isChange: boolean) {
    const { slowest, hasUsedDatabase = false } = waits ?? {};
    const cause = slowest ? TEXTS[slowest] : 'The request took too long';
    super(isChange ? `${cause}. ${hasUsedDatabase ? MAY_BE_STORED : NOT_STORED}` : `${cause}. ${RETRY}`);
    this.slowest = slowest;
  }
}

const RETRY = 'Try again in a few seconds';
const NOT_STORED = `Nothing was stored. ${RETRY}`;
const MAY_BE_STORED = 'The change may have been stored: check before you try again';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { createToken, hashOf } from '../sessions/secret-token';

/** Days after the last sign-in for which a browser is known. Chrome keeps no cookie longer. */
export const DEVICE_DAYS = 400;
/** Known browsers of one person. A new one replaces the oldest. */
const MAX_DEVICES = 20;
/** Wrong passwords in a row after which a browser is not known any more (NIST SP 800-63B-4, 3.2.2). */
const MAX_FAILURES = 100;

/** The condition under which a row of `devices` is a known browser. */
export const IS_KNOWN = `devices.failures < ${MAX_FAILURES} AND devices.seen_at > now() - interval '${DEVICE_DAYS} days'`;

const REMEMBER = `
  INSERT INTO devices (token_hash, user_id) VALUES ($1, $2)
  ON CONFLICT (token_hash, user_id) DO UPDATE SET failures = 0, seen_at = now()`;

const FORGET_OLDEST = `
  DELETE FROM devices WHERE user_id = $1 AND token_hash NOT IN (
    SELECT token_hash FROM devices WHERE user_id = $1 ORDER BY seen_at DESC, token_hash LIMIT ${MAX_DEVICES})`;

/** The known browsers of people. In them, guesses of strangers do not lock people out. */
@Injectable()
export class Devices {
  /**
   * Remembers a browser after a sign-in, in the caller's transaction. It gets a new token, so that an attacker who planted or copied
   * the old one does not share its limit. The browser stays known to the other people who use it.
   * @param token the browser's token so far
   * @returns its new token
   */
  async remember(manager: EntityManager, userId: number, token: string | undefined): Promise<string> {
    const created = createToken();
    if (token !== undefined) {
      await manager.query('UPDATE devices SET token_hash = $2 WHERE token_hash = $1', [hashOf(token), created.hash]);
    }
    await manager.query(REMEMBER, [created.hash, userId]);
    await manager.query(FORGET_OLDEST, [userId]);
    return created.token;
  }

  /** Forgets all browsers of a person, in the caller's transaction: one of them may be stolen. */
  async forgetAll(manager: EntityManager, userId: number): Promise<void> {
    await manager.query('DELETE FROM devices WHERE user_id = $1', [userId]);
  }

  /** Counts a wrong password in a known browser, in the caller's transaction. */
  async countFailure(manager: EntityManager, userId: number, token: string): Promise<void> {
    await manager.query('UPDATE devices SET failures = failures + 1 WHERE token_hash = $1 AND user_id = $2', [
      hashOf(token),
      userId,
    ]);
  }
}

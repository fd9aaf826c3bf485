import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemAuthor } from '../../people';
import { WebhookAudit } from '../webhook-audit';

/** Hours of failures until a webhook is `failing`, and days until it is turned off. */
const FAILING_HOURS = 6;
const OFF_DAYS = 5;

/** A webhook after its first failure, or after a failure that changed its state. */
export interface FailedWebhook {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly state: 'on' | 'failing' | 'off';
  readonly off_reason: 'gone' | 'failing' | null;
}

// Does not change the version: If-Match guards edits by people only.
const RECOVER = `
  UPDATE webhooks SET state = 'on', failing_since = NULL
  WHERE id = $1 AND state <> 'off' AND failing_since IS NOT NULL`;

const FAIL = `
  UPDATE webhooks SET failing_since = coalesce(failing_since, now()),
    state = CASE WHEN $2 OR failing_since < now() - make_interval(days => ${OFF_DAYS}) THEN 'off'
      WHEN failing_since < now() - make_interval(hours => ${FAILING_HOURS}) THEN 'failing' ELSE state END,
    off_reason = CASE WHEN $2 THEN 'gone' WHEN failing_since < now() - make_interval(days => ${OFF_DAYS}) THEN 'failing' END
  WHERE id = $1 AND state <> 'off' AND ($2 OR failing_since IS NULL
    OR failing_since < now() - make_interval(days => ${OFF_DAYS})
    OR state = 'on' AND failing_since < now() - make_interval(hours => ${FAILING_HOURS}))
  RETURNING id, name, url, state, off_reason`;

/** Tracks since when a webhook has been failing, and turns it off after OFF_DAYS. */
@Injectable()
export class WebhookHealth {
  constructor(private readonly audit: WebhookAudit) {}

  /** Ends a period of failures. */
  async succeed(manager: EntityManager, id: number): Promise<undefined> {
    await manager.query(RECOVER, [id]);
  }

  /**
   * Records a failed attempt.
   * @param isGone whether the receiver refuses further deliveries
   * @returns the webhook after its first failure, or if its state has changed. The row is locked, so only one transaction of all processes
   * sees each change.
   */
  async fail(manager: EntityManager, id: number, isGone: boolean): Promise<FailedWebhook | undefined> {
    const [[failed]] = await manager.query<[FailedWebhook[], number]>(FAIL, [id, isGone]);
    if (failed?.off_reason) {
      const details = { reason: failed.off_reason };
      await this.audit.record(manager, 'webhook_turned_off', systemAuthor(), failed, details);
    }
    return failed;
  }
}

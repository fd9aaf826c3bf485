import { hash } from 'node:crypto';
import { entityTag } from '../../platform/http/entity-tag';
import type { WebhookRow } from '../webhook-row';

/** Hexadecimal digits of the hash: 48 bits, for the few states that one version of a webhook ever has. */
const HASH_LENGTH = 12;

/**
 * The entity tag of a webhook: its version, which people change, and a hash of what deliveries change. A strong tag differs whenever the
 * response does, and `If-Match` compares the version only, so a failed delivery refuses nobody's edit.
 */
export function webhookTag(webhook: WebhookRow): string {
  const { state, off_reason, failing_since, pending } = webhook;
  const health = JSON.stringify([state, off_reason, failing_since, pending]);
  return entityTag(webhook, hash('sha256', health).slice(0, HASH_LENGTH));
}

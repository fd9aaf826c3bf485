import { hash } from 'node:crypto';
import { entityTag } from '../../platform/http/entity-tag';
import type { WebhookRow } from '../webhook-row';

/** Hexadecimal digits of the hash: 48 bits, enough for the few states of one version of a webhook. */
const HASH_LENGTH = 12;

/**
 * The entity tag of a webhook: its version, which changes with edits, and a hash of the state that deliveries change. A strong tag must
 * differ whenever the response does. `If-Match` compares the version only, so a failed delivery does not reject an edit.
 */
export function webhookTag(webhook: WebhookRow): string {
  const { state, off_reason, failing_since, pending } = webhook;
  const health = JSON.stringify([state, off_reason, failing_since, pending]);
  return entityTag(webhook, hash('sha256', health).slice(0, HASH_LENGTH));
}

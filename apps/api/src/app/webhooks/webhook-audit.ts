import type { SecurityEventName } from '@docket/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Author, SecurityLog, actorIds } from '../people';
import type { StoredWebhook, WebhookChanges } from './webhook-row';

type WebhookEvent = Extract<SecurityEventName, `webhook_${string}`>;

/** Details of an audit event about a webhook. They never contain its URL: paths and queries of webhook URLs often contain a secret. */
type Details = Readonly<Record<string, string | number>>;

/** Records people's changes of webhooks in the audit log, in the transaction of the change. */
@Injectable()
export class WebhookAudit {
  constructor(private readonly log: SecurityLog) {}

  async record(
    manager: EntityManager,
    event: WebhookEvent,
    { actor, client }: Author,
    { id, name }: Pick<StoredWebhook, 'id' | 'name'>,
    details: Details = {},
  ): Promise<void> {
    const about = { ...actorIds(actor), details: { webhook: id, name, ...details } };
    await this.log.record(manager, event, client, about);
  }

  /** Records the differences, if any. */
  async recordChange(
    manager: EntityManager,
    author: Author,
    before: StoredWebhook,
    after: StoredWebhook,
  ): Promise<void> {
    const details: Details = {
      ...(after.name !== before.name && { from: before.name }),
      ...(after.url !== before.url && receiverOf(after)),
      ...(typesOf(after).types !== typesOf(before).types && typesOf(after)),
    };
    if (Object.keys(details).length) await this.record(manager, 'webhook_changed', author, after, details);
    if ((before.state === 'off') === (after.state === 'off')) return;
    await this.record(manager, after.state === 'off' ? 'webhook_turned_off' : 'webhook_turned_on', author, after);
  }
}

/** The host of the receiver. */
export function receiverOf({ url }: Pick<StoredWebhook, 'url'>): { readonly host: string } {
  return { host: new URL(url).host };
}

export function typesOf({ types }: Required<Pick<WebhookChanges, 'types'>>): { readonly types: string } {
  return { types: [...types].sort().join(' ') };
}

import { createHmac } from 'node:crypto';
import { HttpStatus, Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { SecretKey } from '../../platform/config/secret-key';
import { ProblemException } from '../../platform/problems/problem.exception';
import { NO_SECRET_KEY } from '../problem-kinds';

/** Hours after a rotation during which deliveries are also signed with the previous secret. */
const BOTH_HOURS = 24;

/** The fields of a webhook that its signatures depend on. */
export interface SigningWebhook {
  readonly id: number;
  readonly secret_no: number;
  /** RFC 3339; null before the first rotation. */
  readonly rotated_at: string | null;
}

/**
 * The secrets of webhooks. They are computed from SECRET_KEY and not stored in the database. A backup of the embedded form contains the
 * key, in the file `secret-key`.
 */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly key: SecretKey) {}

  /** Whether SECRET_KEY is set. */
  get isAvailable(): boolean {
    return this.key.value() !== undefined;
  }

  /**
   * The secret that signs the deliveries of a webhook, in the format of receivers (`whsec_…`).
   * @throws ProblemException without a SECRET_KEY
   */
  secretOf({ id, secret_no }: Pick<SigningWebhook, 'id' | 'secret_no'>): string {
    const key = this.key.value();
    if (key === undefined) {
      const detail = 'Set SECRET_KEY, the same for all processes: the secrets of webhooks come from it';
      throw new ProblemException(HttpStatus.CONFLICT, NO_SECRET_KEY, detail);
    }
    return `whsec_${createHmac('sha256', key).update(`webhook ${id} ${secret_no}`).digest('base64')}`;
  }

  /** The `webhook-signature` header (standardwebhooks.com). For a day after a rotation, it contains two signatures. */
  sign(webhook: SigningWebhook, id: string, at: Date, body: string): string {
    const { secret_no, rotated_at } = webhook;
    const isRotating = rotated_at !== null && at.getTime() - Date.parse(rotated_at) < BOTH_HOURS * 3_600_000;
    const numbers = isRotating ? [secret_no, secret_no - 1] : [secret_no];
    return numbers.map((no) => new Webhook(this.secretOf({ ...webhook, secret_no: no })).sign(id, at, body)).join(' ');
  }
}

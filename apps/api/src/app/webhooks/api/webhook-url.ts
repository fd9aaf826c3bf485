import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { isNamedPrivate } from '../delivery/private-hosts';

/** Pattern of a webhook URL. `URL` accepts more, such as `https:example.com`. */
export const WEBHOOK_URL_PATTERN = '^https?://[^\\s/?#@]+(?:[/?][^\\s#]*)?$';
const WRITTEN = new RegExp(WEBHOOK_URL_PATTERN);

/**
 * Checks the text of a webhook URL. The addresses behind its host name are resolved and checked for each attempt, because they can change.
 * @param privateHosts WEBHOOK_PRIVATE
 * @throws InvalidInputException
 */
export function checkWebhookUrl(text: string, privateHosts: string): void {
  const refuse = (detail: string) => new InvalidInputException([{ pointer: '/url', detail }]);
  if (!URL.canParse(text)) throw refuse('must be an address like https://example.com/docket');
  const url = new URL(text);
  if (url.username || url.password) throw refuse('must not have a user or a password: check the signature instead');
  if (url.hash) throw refuse('must not have a fragment');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamedPrivate(url, privateHosts))) {
    throw refuse('must begin with https://; http:// is for receivers that WEBHOOK_PRIVATE names');
  }
  if (!WRITTEN.test(text)) throw refuse('must be an address like https://example.com/docket');
}

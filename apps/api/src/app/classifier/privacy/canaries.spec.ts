import { CARD_CANARIES } from '../../../testing/canaries/card-canaries';
import { EMAIL_CANARIES } from '../../../testing/canaries/email-canaries';
import { IBAN_CANARIES } from '../../../testing/canaries/iban-canaries';
import { KEY_CANARIES } from '../../../testing/canaries/key-canaries';
import { LOOK_ALIKES } from '../../../testing/canaries/look-alikes';
import { PHONE_CANARIES } from '../../../testing/canaries/phone-canaries';
import type { Placeholder } from './finding';
import { maskSecrets } from './mask-secrets';

/** The text of a canary, and the same with its marked parts masked. */
const readCanary = (canary: string, placeholder: Placeholder) => ({
  text: canary.replaceAll(/[⟦⟧]/gu, ''),
  masked: canary.replaceAll(/⟦[^⟦⟧]*⟧/gu, placeholder),
});

describe.each<[Placeholder, readonly string[]]>([
  ['[card]', CARD_CANARIES],
  ['[iban]', IBAN_CANARIES],
  ['[phone]', PHONE_CANARIES],
  ['[email]', EMAIL_CANARIES],
  ['[key]', KEY_CANARIES],
])('%s', (placeholder, canaries) => {
  it.each(canaries)('is masked in %j', (canary) => {
    const { text, masked } = readCanary(canary, placeholder);

    expect(maskSecrets(text)).toBe(masked);
  });
});

it.each(LOOK_ALIKES)('does not mask %j', (text) => {
  expect(maskSecrets(text)).toBe(text);
});

it('has enough examples to support what the README says', () => {
  const canaries = [CARD_CANARIES, IBAN_CANARIES, PHONE_CANARIES, EMAIL_CANARIES, KEY_CANARIES].flat();

  expect(new Set(canaries).size).toBeGreaterThanOrEqual(300);
  expect(new Set(LOOK_ALIKES).size).toBeGreaterThanOrEqual(100);
});

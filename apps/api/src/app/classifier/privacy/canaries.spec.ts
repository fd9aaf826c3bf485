import { ACCOUNT_CANARIES, ACCOUNT_LOOK_ALIKES } from '../../../testing/canaries/account-canaries';
import { ARTICLE_CANARIES, ARTICLE_LOOK_ALIKES } from '../../../testing/canaries/article-canaries';
import { BARE_PASSWORD_CANARIES } from '../../../testing/canaries/bare-password-canaries';
import { CARD_CANARIES } from '../../../testing/canaries/card-canaries';
import {
  CHANGED_PASSWORD_CANARIES,
  CHANGED_PASSWORD_LOOK_ALIKES,
} from '../../../testing/canaries/changed-password-canaries';
import { CODE_CANARIES } from '../../../testing/canaries/code-canaries';
import { COMMAND_CANARIES } from '../../../testing/canaries/command-canaries';
import { CREDENTIAL_CANARIES } from '../../../testing/canaries/credential-canaries';
import { CREDENTIAL_PAIR_CANARIES } from '../../../testing/canaries/credential-pair-canaries';
import {
  DOCUMENT_NUMBER_LOOK_ALIKES,
  PHONES_BESIDE_DOCUMENTS,
} from '../../../testing/canaries/document-number-look-alikes';
import { EMAIL_CANARIES } from '../../../testing/canaries/email-canaries';
import { EVERYDAY_LOOK_ALIKES } from '../../../testing/canaries/everyday-look-alikes';
import { FINGERPRINT_CANARIES, FINGERPRINT_LOOK_ALIKES } from '../../../testing/canaries/fingerprint-canaries';
import { IBAN_CANARIES } from '../../../testing/canaries/iban-canaries';
import { INFLECTED_PASSWORD_CANARIES } from '../../../testing/canaries/inflected-password-canaries';
import { KEY_CANARIES } from '../../../testing/canaries/key-canaries';
import { KEY_GROUP_CANARIES, KEY_GROUP_LOOK_ALIKES } from '../../../testing/canaries/key-group-canaries';
import { LOCAL_PHONE_CANARIES } from '../../../testing/canaries/local-phone-canaries';
import { LOGIN_DETAIL_CANARIES } from '../../../testing/canaries/login-detail-canaries';
import { LOOK_ALIKES } from '../../../testing/canaries/look-alikes';
import { NAMED_NUMBER_CANARIES, NAMED_NUMBER_LOOK_ALIKES } from '../../../testing/canaries/named-number-canaries';
import { NUMBER_LOOK_ALIKES, PHONES_BESIDE_UNITS } from '../../../testing/canaries/number-look-alikes';
import { PASSWORD_CANARIES } from '../../../testing/canaries/password-canaries';
import { PASSWORD_FORM_CANARIES } from '../../../testing/canaries/password-form-canaries';
import { PASSWORD_LANGUAGE_CANARIES } from '../../../testing/canaries/password-language-canaries';
import { PASSWORD_STATE_CANARIES } from '../../../testing/canaries/password-state-canaries';
import { PASSWORD_STATE_LOOK_ALIKES } from '../../../testing/canaries/password-state-look-alikes';
import { PERSONAL_ID_CANARIES } from '../../../testing/canaries/personal-id-canaries';
import { PERSONAL_ID_LOOK_ALIKES } from '../../../testing/canaries/personal-id-look-alikes';
import { PHONE_CANARIES } from '../../../testing/canaries/phone-canaries';
import { SECRET_LOOK_ALIKES } from '../../../testing/canaries/secret-look-alikes';
import { SENTENCE_LOOK_ALIKES } from '../../../testing/canaries/sentence-look-alikes';
import { SPACED_CODE_CANARIES, SPACED_DIGIT_LOOK_ALIKES } from '../../../testing/canaries/spaced-code-canaries';
import { SUPPORT_CANARIES } from '../../../testing/canaries/support-canaries';
import { SUPPORT_KEY_CANARIES } from '../../../testing/canaries/support-key-canaries';
import { SUPPORT_LOOK_ALIKES } from '../../../testing/canaries/support-look-alikes';
import { PASSWORDS_IN_BRACKETS, TECHNICAL_LOOK_ALIKES } from '../../../testing/canaries/technical-look-alikes';
import { YAML_CANARIES, YAML_LOOK_ALIKES } from '../../../testing/canaries/yaml-canaries';
import type { Placeholder } from './finding';
import { maskSecrets } from './mask-secrets';

/** The text of a canary, and the same with its marked parts masked. */
const readCanary = (canary: string, placeholder: Placeholder) => ({
  text: canary.replaceAll(/[⟦⟧¦]/gu, ''),
  masked: canary.replaceAll(/⟦[^⟦⟧]*⟧/gu, placeholder).replaceAll('¦', ''),
});

const CANARIES: readonly (readonly [Placeholder, readonly string[]])[] = [
  [
    '[card]',
    [
      ...CARD_CANARIES,
      ...ACCOUNT_CANARIES['[card]'],
      ...SUPPORT_CANARIES['[card]'],
      ...NAMED_NUMBER_CANARIES['[card]'],
    ],
  ],
  ['[iban]', [...IBAN_CANARIES, ...ACCOUNT_CANARIES['[iban]'], ...SUPPORT_CANARIES['[iban]']]],
  [
    '[phone]',
    [
      ...PHONE_CANARIES,
      ...LOCAL_PHONE_CANARIES,
      ...SUPPORT_CANARIES['[phone]'],
      ...PHONES_BESIDE_UNITS,
      ...PHONES_BESIDE_DOCUMENTS,
    ],
  ],
  ['[email]', [...EMAIL_CANARIES, ...SUPPORT_CANARIES['[email]']]],
  ['[id]', [...PERSONAL_ID_CANARIES, ...ACCOUNT_CANARIES['[id]'], ...NAMED_NUMBER_CANARIES['[id]']]],
  [
    '[key]',
    [
      ...KEY_CANARIES,
      ...KEY_GROUP_CANARIES,
      ...PASSWORD_CANARIES,
      ...PASSWORD_FORM_CANARIES,
      ...PASSWORD_LANGUAGE_CANARIES,
      ...INFLECTED_PASSWORD_CANARIES,
      ...PASSWORD_STATE_CANARIES,
      ...CHANGED_PASSWORD_CANARIES,
      ...COMMAND_CANARIES,
      ...CREDENTIAL_CANARIES,
      ...CREDENTIAL_PAIR_CANARIES,
      ...CODE_CANARIES,
      ...SPACED_CODE_CANARIES,
      ...ARTICLE_CANARIES,
      ...BARE_PASSWORD_CANARIES,
      ...LOGIN_DETAIL_CANARIES,
      ...SUPPORT_KEY_CANARIES,
      ...PASSWORDS_IN_BRACKETS,
      ...FINGERPRINT_CANARIES,
      ...YAML_CANARIES,
    ],
  ],
];
/** An escape in another spelling is not an escape. */
const HAS_ESCAPE = /[%％][2-7]|&#|&\w+;|\\|<\/?[a-z]+>|=40/;
const HARMLESS = [
  ...ACCOUNT_LOOK_ALIKES,
  ...ARTICLE_LOOK_ALIKES,
  ...KEY_GROUP_LOOK_ALIKES,
  ...NAMED_NUMBER_LOOK_ALIKES,
  ...NUMBER_LOOK_ALIKES,
  ...CHANGED_PASSWORD_LOOK_ALIKES,
  ...PERSONAL_ID_LOOK_ALIKES,
  ...LOOK_ALIKES,
  ...DOCUMENT_NUMBER_LOOK_ALIKES,
  ...EVERYDAY_LOOK_ALIKES,
  ...SECRET_LOOK_ALIKES,
  ...SENTENCE_LOOK_ALIKES,
  ...PASSWORD_STATE_LOOK_ALIKES,
  ...SPACED_DIGIT_LOOK_ALIKES,
  ...SUPPORT_LOOK_ALIKES,
  ...TECHNICAL_LOOK_ALIKES,
  ...FINGERPRINT_LOOK_ALIKES,
  ...YAML_LOOK_ALIKES,
];

describe.each(CANARIES)('%s', (placeholder, canaries) => {
  it.each(canaries)('is masked in %j', (canary) => {
    const { text, masked } = readCanary(canary, placeholder);

    expect(maskSecrets(text)).toBe(masked);
  });
});

it('masks the canaries in the middle of a text', () => {
  for (const [placeholder, canaries] of CANARIES) {
    for (const canary of canaries) {
      const { text } = readCanary(canary, placeholder);
      const secrets = canary.replaceAll('¦', '').match(/(?<=⟦)[^⟦⟧]*(?=⟧)/gu) ?? [];

      const masked = maskSecrets(`Hello,\n\n${text}\n\nPlease help.`);

      expect(secrets.filter((secret) => masked.includes(secret))).toEqual([]);
    }
  }
});

/** Other spellings that look the same, or almost. */
const SPELLINGS: readonly (readonly [name: string, respell: (text: string) => string])[] = [
  ['full width', (text) => text.replaceAll(/[\x21-\x7e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
  ['zero-width spaces', (text) => [...text].join('\u200b')],
  ['soft hyphens', (text) => [...text].join('\u00ad')],
  ['joiners', (text) => [...text].join('\u2060')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['narrow spaces', (text) => text.replaceAll(' ', '\u202f')],
  ['Arabic digits', (text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
  ['mathematical digits', (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)))],
  ['typographic dashes', (text) => text.replaceAll('-', '\u2011')],
  ['combining marks', (text) => [...text].join('\u0336')],
];

it.each(SPELLINGS)('masks the canaries in %s', (_name, respell) => {
  const respelled = CANARIES.flatMap(([placeholder, canaries]) =>
    canaries.map((canary) => ({
      canary: canary.replaceAll(/(?<=⟦)[^⟦⟧]*(?=⟧)/gu, (secret) =>
        HAS_ESCAPE.test(secret) ? secret : respell(secret.replaceAll('¦', '')),
      ),
      masked: readCanary(canary, placeholder).masked,
    })),
  );

  const failed = respelled.filter(({ canary, masked }) => maskSecrets(canary.replaceAll(/[⟦⟧¦]/gu, '')) !== masked);

  expect(failed).toEqual([]);
});

it('keeps at least 95 of 100 look-alikes', () => {
  const masked = HARMLESS.filter((text) => maskSecrets(text) !== text);

  expect(masked.length / HARMLESS.length).toBeLessThanOrEqual(0.05);
  expect(masked).toEqual([
    'UPS 1Z 999 AA1 01 2345 6784',
    'USPS 9400 1000 0000 0000 0000 00',
    'the field password: text',
    '密码：无法登录',
    'see foo.bar at baz.qux for details',
    'user / admin1 login fails',
  ]);
});

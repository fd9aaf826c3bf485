import { maskSecrets } from './mask-secrets';

describe('maskSecrets', () => {
  it.each([
    ['write to jane.doe+desk@example.co.uk, please', 'write to [email], please'],
    ['<jane_doe@mail.example.com>', '<[email]>'],
    ['почта: иван@пример.рф', 'почта: [email]'],
    ['key AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY is out', 'key [key] is out'],
    ['x-goog-api-key:AQ.Ab8RN6Kq_x-Zz91uP', 'x-goog-api-key:[key]'],
    ['OPENAI=sk-proj-4f3Gh1Jk_9', 'OPENAI=[key]'],
    ['Authorization: Bearer eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl', 'Authorization: [key]'],
    ['bearer abc123def456', '[key]'],
    ['Visa 4111 1111 1111 1111, exp 12/27', 'Visa [card], exp 12/27'],
    ['4111111111111111', '[card]'],
    ['4111-1111-1111-1111', '[card]'],
    ['Amex 3782 822463 10005', 'Amex [card]'],
    ['order 123 4111 1111 1111 1111 shipped', 'order 123 [card] shipped'],
    ['card 4111 1111 1111 1111 cvv 123', 'card [card] cvv [key]'],
    ['PAN:4111111111111111CVV:123', 'PAN:[card]CVV:[key]'],
    ['card 4111\u00a01111\u00a01111\u00a01111', 'card [card]'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN [iban] please'],
    ['gb29nwbk60161331926819', '[iban]'],
    ['from NO93 8601 1117 947 to GB29 NWBK 6016 1331 9268 19', 'from [iban] to [iban]'],
    ['DE89370400440532013000 GB29NWBK60161331926819', '[iban] [iban]'],
    ['call +49 (0)30 1234567 today', 'call [phone] today'],
    ['call +15551234567', 'call [phone]'],
    ['0049 170 1234567', '[phone]'],
    ['Tel. 030/1234567', 'Tel. [phone]'],
    ['01 23 45 67 89', '[phone]'],
    ['07911123456', '[phone]'],
    ['(555) 123-4567', '[phone]'],
    ['1-555-123-4567 or 555.123.4567', '[phone] or [phone]'],
    ['admin/admin login', 'admin/[key] login'],
    ['ring 555-1234', 'ring [phone]'],
    ['12 34 56 78', '[phone]'],
    ['06 12 13 14 15 or 01 02 03 04 05', '[phone] or [phone]'],
    ['1 2 3 4 5 6: 4111 1111 1111 1111', '1 2 3 4 5 6: [card]'],
    ['+49 50 51 52 53 54', '[phone]'],
    ['phone 40 41-42 43-44 45', 'phone [phone]'],
  ])('masks %j', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    'Error 0x80070005 at line 1204',
    'since 2026-11-22 10:30:00 and 22.11.2026, 09.11.2026 10:15',
    'version 10.0.19045, build 1.2.3.4',
    'host 192.168.100.200 and 10.20.30.40',
    'order 4111 1111 1111 1112',
    'model AB12 CDEF GHIJ KLMN OPQR, whose check digits are none',
    'ticket 48213, invoice 2026-0042, 29.00 EUR, 1,234,567.89',
    'the sk-learn task at risk-assessment',
    'bearer certificates are not taken',
    'a @mention and user@host',
    '1,2,3,4,5,6,7,8,9,10,11,12,13',
    'steps 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13.',
    'rows 10 20 30 40 50 60 70 80 90, then 24; 21; 18; 15; 12; 9; 6; 3; 0',
    'years 1990 1991 1992 1993 1994',
    'Checkout is down for everyone 😀',
    Object.getOwnPropertyNames(Object.prototype).join(' '), // "constructor" is a word of bug reports
  ])('does not mask %j', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('masks different secrets in one text', () => {
    const text = 'I am jo@example.com, +44 20 7946 0958, my card is 5555 5555 5555 4444.';

    expect(maskSecrets(text)).toBe('I am [email], [phone], my card is [card].');
  });
});

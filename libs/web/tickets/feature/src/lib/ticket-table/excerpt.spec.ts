import { excerpt } from './excerpt';

describe('excerpt', () => {
  it('makes one line of several', () => {
    expect(excerpt('  Since 14:02\r\n\r\n\tevery payment fails  ')).toBe('Since 14:02 every payment fails');
  });

  it('never cuts a character in two', () => {
    expect(excerpt('🧾'.repeat(1_000))).toBe('🧾'.repeat(240));
  });
});

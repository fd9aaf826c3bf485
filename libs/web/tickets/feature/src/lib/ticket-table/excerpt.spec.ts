import { excerpt } from './excerpt';

describe('excerpt', () => {
  it('joins lines', () => {
    expect(excerpt('  Since 14:02\r\n\r\n\tevery payment fails  ')).toBe('Since 14:02 every payment fails');
  });

  it('never splits a character', () => {
    expect(excerpt('🧾'.repeat(1_000))).toBe('🧾'.repeat(240));
  });
});

import { MODEL_TEXT_MAX_LENGTH, toModelText } from './model-text';

describe('toModelText', () => {
  it('puts the title before the description', () => {
    expect(toModelText({ title: ' Charged twice ', description: 'For October.' })).toBe(
      'Charged twice\n\nFor October.',
    );
  });

  it('leaves out a title that is not there yet', () => {
    expect(toModelText({ title: '  ', description: 'For October.' })).toBe('For October.');
    expect(toModelText({ description: 'For October.' })).toBe('For October.');
  });

  it('keeps a text of the greatest length whole', () => {
    const longest = 'x'.repeat(MODEL_TEXT_MAX_LENGTH);

    expect(toModelText({ description: longest })).toBe(longest);
    expect(toModelText({ description: `${longest}y` })).toBe(longest);
  });

  it.each([
    ['ending with the pair', `${'x'.repeat(MODEL_TEXT_MAX_LENGTH - 2)}😀😀`, MODEL_TEXT_MAX_LENGTH],
    ['within a pair', `${'x'.repeat(MODEL_TEXT_MAX_LENGTH - 1)}😀😀`, MODEL_TEXT_MAX_LENGTH - 1],
  ])('never cuts an emoji in two: %s', (_where, description, length) => {
    const text = toModelText({ description });

    expect(text).toHaveLength(length);
    expect(text.isWellFormed()).toBe(true);
  });

  it('masks before it cuts, so that half a number does not pass for none', () => {
    const text = toModelText({ description: `${'x'.repeat(MODEL_TEXT_MAX_LENGTH - 10)} 4111 1111 1111 1111` });

    expect(text).not.toContain('4111');
  });

  it('shows no part of a number at the end of what it looks at', () => {
    const addresses = 'a.rather.long.name@example.com '.repeat(257); // masked, they make room for what comes late
    for (let fill = 0; fill < 60; fill++) {
      const description = `${addresses}${'x'.repeat(fill)} 4111 1111 1111 1111 `.padEnd(9000, 'y');

      expect(toModelText({ description })).not.toContain('411');
    }
  });

  it('masks the title too', () => {
    expect(toModelText({ title: 'From jo@example.com', description: 'Hello' })).toBe('From [email]\n\nHello');
  });

  it('mends half a surrogate pair', () => {
    expect(toModelText({ description: 'half \ud83d' }).isWellFormed()).toBe(true);
  });
});

import { MODEL_TEXT_MAX_LENGTH, toModelText } from './model-text';

describe('toModelText', () => {
  it('puts the title before the description', () => {
    expect(toModelText({ title: ' Charged twice ', description: 'For October.' })).toBe(
      'Charged twice\n\nFor October.',
    );
  });

  it('omits a missing or blank title', () => {
    expect(toModelText({ title: '  ', description: 'For October.' })).toBe('For October.');
    expect(toModelText({ description: 'For October.' })).toBe('For October.');
  });

  it('truncates to the maximum length', () => {
    const longest = 'x'.repeat(MODEL_TEXT_MAX_LENGTH);

    expect(toModelText({ description: longest })).toBe(longest);
    expect(toModelText({ description: `${longest}y` })).toBe(longest);
  });

  it.each([
    ['before a pair', `${'x'.repeat(MODEL_TEXT_MAX_LENGTH - 2)}😀😀`, MODEL_TEXT_MAX_LENGTH],
    ['inside a pair', `${'x'.repeat(MODEL_TEXT_MAX_LENGTH - 1)}😀😀`, MODEL_TEXT_MAX_LENGTH - 1],
  ])('does not split a surrogate pair: %s', (_case, description, length) => {
    const text = toModelText({ description });

    expect(text).toHaveLength(length);
    expect(text.isWellFormed()).toBe(true);
  });

  it('masks before it truncates, so that no partial number remains', () => {
    const text = toModelText({ description: `${'x'.repeat(MODEL_TEXT_MAX_LENGTH - 10)} 4111 1111 1111 1111` });

    expect(text).not.toContain('4111');
  });

  it('drops a partial number at the end of the masked text', () => {
    const addresses = 'a.rather.long.name@example.com '.repeat(257); // masking shortens them, so the model gets the end of the masked text
    for (let fill = 0; fill < 60; fill++) {
      const description = `${addresses}${'x'.repeat(fill)} 4111 1111 1111 1111 `.padEnd(9000, 'y');

      expect(toModelText({ description })).not.toContain('411');
    }
  });

  it('masks the title too', () => {
    expect(toModelText({ title: 'From jo@example.com', description: 'Hello' })).toBe('From [email]\n\nHello');
  });

  it('replaces a lone surrogate', () => {
    expect(toModelText({ description: 'half \ud83d' }).isWellFormed()).toBe(true);
  });
});

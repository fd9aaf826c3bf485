import { endOfPart } from './cut-text';

describe('endOfPart', () => {
  it('leaves a long text whole', () => {
    expect(endOfPart('a'.repeat(6_000))).toBeUndefined();
  });

  it('cuts a very long text at the last line break of its part', () => {
    expect(endOfPart(`${'a'.repeat(2_000)}\n${'b'.repeat(98_000)}`)).toBe(2_001);
  });

  it('cuts a text without line breaks, but no emoji', () => {
    expect(endOfPart('a'.repeat(100_000))).toBe(3_000);
    expect(endOfPart(`a${'🙈'.repeat(50_000)}`)).toBe(3_001);
  });
});

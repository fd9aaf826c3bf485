import { pointsOverBlind, verdict } from './comparisons';

const measured = (right: number, n: number) => ({
  n,
  right,
  share: n < 30 ? null : right / n,
  interval: n < 30 ? null : [0.5, 0.9],
});

describe('acceptance and the blind accuracy', () => {
  it.each([
    [915, 844, '7 points over blind'],
    [850, 844, '1 point over blind'],
    [844, 844, 'As often as blind'],
    [810, 844, '3 points under blind'],
  ])('%i and %i of 1,000: %s', (accepted, blind, text) => {
    expect(pointsOverBlind(measured(accepted, 1000), measured(blind, 1000))).toBe(text);
  });

  it('are not compared with too few cases', () => {
    expect(pointsOverBlind(measured(20, 29), measured(800, 1000))).toBe('');
    expect(pointsOverBlind(measured(800, 1000), measured(20, 29))).toBe('');
  });
});

describe('the other provider', () => {
  const other = (right: number, n: number, p: number | null) => ({
    ...measured(right, n),
    p,
    provider: 'local' as const,
  });

  it.each([
    [172, 0.31, 'No clear difference (p = 0.31)'],
    [190, 0.05, 'No clear difference (p = 0.05)'],
    [190, 0.049, 'Better (p = 0.049)'],
    [150, 0.0042, 'Worse (p = 0.0042)'],
    [100, 1e-9, 'Worse (p < 0.001)'],
    [179, 1, 'No clear difference (p = 1)'],
  ])('right in %i of 212, p %p: %s', (right, p, text) => {
    expect(verdict(other(right, 212, p), measured(179, 212))).toBe(text);
  });

  it('is called neither better nor worse if it answered fewer tickets, since their shares are of different ones', () => {
    expect(verdict(other(80, 100, 0.01), measured(179, 212))).toBe('A clear difference (p = 0.01)');
  });

  it('has no verdict for too few tickets', () => {
    expect(verdict(other(10, 20, null), measured(179, 212))).toBe('');
  });
});

import { figureTable, isMeasured, isReached, markdownTable } from './figures.mts';

const figure = (measured: number | undefined, target?: { atLeast: number } | { atMost: number }) => ({
  what: 'a figure',
  measured,
  unit: 'ms',
  target,
});

describe('isReached', () => {
  it.each([
    [0.9, { atLeast: 0.9 }, true],
    [0.89, { atLeast: 0.9 }, false],
    [150, { atMost: 150 }, true],
    [150.1, { atMost: 150 }, false],
    [0, { atMost: 0 }, true],
    [1, undefined, true],
    [undefined, { atMost: 1 }, false],
    [Number.NaN, { atMost: 1 }, false],
    [Number.POSITIVE_INFINITY, { atLeast: 1 }, false],
    [undefined, undefined, false],
  ])('%p with target %p: %p', (measured, target, expected) => {
    expect(isReached(figure(measured, target))).toBe(expected);
  });
});

it('counts zero as measured', () => {
  expect(isMeasured(0)).toBe(true);
});

describe('figureTable', () => {
  const cells = (measured: number | undefined, target?: { atLeast: number } | { atMost: number }) =>
    figureTable([figure(measured, target)])
      .split('\n')[2]
      ?.split('|')
      .slice(2, 5)
      .map((cell) => cell.trim());

  it.each([
    [1234, undefined, ['1234 ms', '', '']],
    [123.456, undefined, ['123 ms', '', '']],
    [12.345, undefined, ['12.3 ms', '', '']],
    [1.006, { atMost: 1 }, ['1.01 ms', '≤ 1 ms', 'NO']],
    [2, { atLeast: 1.5 }, ['2 ms', '≥ 1.5 ms', 'yes']],
    [undefined, undefined, ['NOT MEASURED', '', 'NO']],
    [Number.NaN, { atMost: 5 }, ['NOT MEASURED', '≤ 5 ms', 'NO']],
  ])('shows %p with target %p', (measured, target, expected) => {
    expect(cells(measured, target)).toEqual(expected);
  });

  it('judges the exact value, not the rounded one', () => {
    expect(cells(0.896, { atLeast: 0.9 })).toEqual(['0.90 ms', '≥ 0.9 ms', 'NO']);
  });
});

it('aligns the columns of a table', () => {
  expect(
    markdownTable([
      ['what', 'n'],
      ['a longer one', '1'],
      ['b', ''],
    ]),
  ).toBe('| what         | n |\n| ------------ | - |\n| a longer one | 1 |\n| b            |   |');
});

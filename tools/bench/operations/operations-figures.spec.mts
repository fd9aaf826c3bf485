import { isReached } from '../figures.mts';
import { backupFigures, exportFigures, limitsFigures, processesFigures } from './operations-figures.mts';

const measured = (figures: readonly { measured: number | undefined }[]) => figures.map((figure) => figure.measured);

it('compares the export with a COPY, and lists meanwhile with lists alone', () => {
  const seen = { tickets: 10, export: [60, 70, 50], copy: [100, 100, 100], memoryGrowth: 20 };
  const figures = exportFigures({ ...seen, listAlone: [10, 20, 30], listMeanwhile: [30, 32, 34] });

  expect(measured(figures)).toEqual([60, 100, 0.6, 20, 1.6]);
  expect(figures.filter(({ target }) => target).map(isReached)).toEqual([true, true, false]);
});

it('compares requests that are counted with others', () => {
  expect(measured(limitsFigures({ measured: [95, 96, 97], plain: [100, 100, 100] }))).toEqual([0.96]);
});

it('compares two processes with one', () => {
  const seen = { one: [100, 100], two: [170, 170], costOfOne: [1, 1], costOfTwo: [1.1, 1.1] };
  expect(measured(processesFigures(seen))).toEqual([1.7, 1.1]);
});

it('shows how long a backup holds tickets up', () => {
  const seen = { tickets: 10, longestBefore: 20, longestMeanwhile: 400, checkedAfter: 3000, filed: 90 };
  expect(measured(backupFigures(seen))).toEqual([20, 400, 3000]);
});

it.each([exportFigures, limitsFigures, processesFigures, backupFigures])(
  'has all rows, unmeasured, without measurements',
  (figuresOf) => expect(new Set(measured(figuresOf(undefined)))).toEqual(new Set([undefined])),
);

import { latencyTable } from './latencies.mts';
import { sizeMeasurements } from './size-measurements.fixture.mts';

const table = latencyTable([10_000, 100_000], new Map([[10_000, sizeMeasurements()]]))
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('has a column for each size', () => {
  expect(table[0]).toEqual(['p50 / p95 in ms', '10,000', '100,000']);
});

it('shows p50 and p95, and marks a size that was not measured', () => {
  expect(table).toContainEqual(['list, any filters, any page, 16 connections', '10.0 / 20.0', 'NOT MEASURED']);
  expect(table).toContainEqual(['search and its count: old', '1.0 / 6.0', 'NOT MEASURED']);
  expect(table).toContainEqual(['stats', '2.0 / 3.0', 'NOT MEASURED']);
});

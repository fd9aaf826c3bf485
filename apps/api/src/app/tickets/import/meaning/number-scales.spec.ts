import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';
import { findNumberScale } from './number-scales';

it.each([
  ['Active', 'in_progress'],
  ['Committed', 'in_progress'],
  ['Proposed', 'open'],
  ['Approved', 'open'],
  ['Resolved', 'resolved'],
  ['Closed', 'closed'],
])('reads the state %s of Azure DevOps as %s', (word, label) => {
  const scale = findNumberScale(['ID', 'Work Item Type', 'Title', 'State']);

  expect(new LabelReader(readImportMap([]), scale).read('status', word)?.label).toBe(label);
});

it('reads an active ticket of another desk as an open one', () => {
  const scale = findNumberScale(['ID', 'Title', 'State']);

  expect(new LabelReader(readImportMap([]), scale).read('status', 'Active')?.label).toBe('open');
});

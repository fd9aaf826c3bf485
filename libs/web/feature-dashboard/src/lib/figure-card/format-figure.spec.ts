import { formatNumber, formatShare } from './format-figure';

it('groups thousands and keeps one decimal', () => {
  expect([1284, 22.44, 0].map(formatNumber)).toEqual(['1,284', '22.4', '0']);
});

it('does not call a little none', () => {
  expect([0, 0.001, 0.055, 1].map(formatShare)).toEqual(['0%', '<1%', '6%', '100%']);
});

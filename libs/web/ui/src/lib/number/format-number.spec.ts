import { formatNumber } from './format-number';

it('groups thousands and keeps one decimal', () => {
  expect([1284, 22.44, 0].map(formatNumber)).toEqual(['1,284', '22.4', '0']);
});

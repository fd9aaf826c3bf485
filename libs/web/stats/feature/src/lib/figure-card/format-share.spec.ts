import { formatShare } from './format-share';

it('does not call a little none, nor most of them all', () => {
  expect([0, 0.001, 0.055, 0.997, 1].map(formatShare)).toEqual(['0%', '<1%', '6%', '>99%', '100%']);
});

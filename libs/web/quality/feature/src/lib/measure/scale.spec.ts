import { toScale } from './scale';

it('places a share and its interval between 50 and 100 percent', () => {
  expect(toScale({ n: 40, right: 32, share: 0.8, interval: [0.75, 0.9] })).toEqual({
    start: 50,
    low: 50,
    at: 60,
    high: 80,
  });
});

it('begins at 0 if the interval reaches below 50 percent', () => {
  expect(toScale({ n: 40, right: 20, share: 0.5, interval: [0.4, 0.6] })).toEqual({
    start: 0,
    low: 40,
    at: 50,
    high: 60,
  });
});

it('has no place for too few cases', () => {
  expect(toScale({ n: 18, right: 15, share: null, interval: null })).toBeUndefined();
});

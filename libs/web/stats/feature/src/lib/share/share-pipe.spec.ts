import { SharePipe } from './share-pipe';

it('does not round a small share to 0% or a large one to 100%', () => {
  const pipe = new SharePipe();

  expect([0, 0.001, 0.055, 0.997, 1].map((share) => pipe.transform(share))).toEqual([
    '0%',
    '<1%',
    '6%',
    '>99%',
    '100%',
  ]);
});

import { NumberPipe } from './number-pipe';

it('groups thousands and rounds to one decimal', () => {
  const pipe = new NumberPipe();

  expect([0, 1284, 22.36].map((value) => pipe.transform(value))).toEqual(['0', '1,284', '22.4']);
});

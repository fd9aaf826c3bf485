import { LAPTOP, slowdownFrom } from './laptop.mts';

it('slows a quicker processor down to that of the laptop, and never speeds one up', () => {
  expect(slowdownFrom(LAPTOP.benchmarkIndex * 2)).toBe(2);
  expect(slowdownFrom(LAPTOP.benchmarkIndex)).toBe(1);
  expect(slowdownFrom(LAPTOP.benchmarkIndex / 2)).toBe(1);
});

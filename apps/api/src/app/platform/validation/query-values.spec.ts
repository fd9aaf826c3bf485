import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { ToBoolean } from './query-values';

class Options {
  @ToBoolean()
  check?: unknown;
}

it.each([
  ['true', true],
  ['', true],
  [' ', true],
  ['false', false],
  ['yes', 'yes'],
  ['TRUE', 'TRUE'],
  [
    ['true', 'false'],
    ['true', 'false'],
  ],
  [undefined, undefined],
])('reads the boolean parameter %j as %j', (text, value) => {
  expect(plainToInstance(Options, { check: text }).check).toEqual(value);
});

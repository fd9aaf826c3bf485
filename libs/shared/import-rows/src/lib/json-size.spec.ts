import { OBJECT_MAX_NAMES, ROW_MAX_VALUES, jsonSizeError } from '#import-rows/json-size';

const errorOf = (text: string) => jsonSizeError(new TextEncoder().encode(text));
const object = (count: number, value = '0') =>
  `{${Array.from({ length: count }, (_, at) => `"n${at}":${value}`).join(',')}}`;
const list = (count: number, value: string) => `[${Array.from({ length: count }, () => value).join(',')}]`;

describe('jsonSizeError', () => {
  it.each([
    ['an object with as many names as allowed', object(OBJECT_MAX_NAMES), undefined],
    ['one more name', object(OBJECT_MAX_NAMES + 1), 'too_many_names'],
    ['an inner object with one more name', `{"a":[0,{"b":${object(OBJECT_MAX_NAMES + 1)}}]}`, 'too_many_names'],
    ['names in many objects', `{"a":${list(20_000, '{"b":1}')},"c":2}`, undefined],
    [
      'names in objects that follow each other',
      `{"a":${object(OBJECT_MAX_NAMES)},"b":${object(OBJECT_MAX_NAMES)}}`,
      undefined,
    ],
    ['as many values as allowed', list(ROW_MAX_VALUES - 1, '0'), undefined],
    ['one more value', list(ROW_MAX_VALUES + 1, '0'), 'too_many_values'],
    ['too many lists', list(ROW_MAX_VALUES, '[]'), 'too_many_values'],
    ['too many open lists', '['.repeat(ROW_MAX_VALUES + 1), 'too_many_values'],
    ['signs in a text', `{"a":"${':'.repeat(20_000)}${',[{'.repeat(100_000)}"}`, undefined],
    ['quotes and backslashes in a text', `{"a":"${'\\"'.repeat(50_000)}${'\\\\'.repeat(50_000)}","b":1}`, undefined],
    ['signs after a text that ends in a backslash', `["\\\\"${',0'.repeat(ROW_MAX_VALUES)}]`, 'too_many_values'],
    ['a text that does not end', `["a${',0'.repeat(ROW_MAX_VALUES)}`, undefined],
    ['brackets that close nothing', `}}]]${object(5)}`, undefined],
    ['nothing', '', undefined],
  ])('of %s', (_name, text, error) => {
    expect(errorOf(text)).toBe(error);
  });
});

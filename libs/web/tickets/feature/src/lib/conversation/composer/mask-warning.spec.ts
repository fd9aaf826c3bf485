import { placeOf } from './mask-warning';

it.each([
  ['Write to [email]', ['[email]'], [9, 16]],
  ['Call [phone] or write to [email]', ['[email]', '[phone]'], [5, 12]],
  ['[id] and [id]', ['[id]'], [0, 4]],
  ['Nothing left', ['[id]'], [0, 0]],
])('finds the first placeholder in "%s"', (text, masks, place) => {
  expect(placeOf(masks, text)).toEqual(place);
});

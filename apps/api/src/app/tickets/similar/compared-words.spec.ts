import { COMPARED_CHARACTERS, comparedWords } from './compared-words';

const stemsOf = (text: string) => [...comparedWords(text).keys()];

it('counts words with the same beginning as one, and keeps how the text has it first', () => {
  expect([...comparedWords('payments, then a payment')]).toEqual([['paymen', { written: 'payments', times: 2 }]]);
});

it('leaves out short words, signs, and words that say nothing in one of five languages', () => {
  expect(stemsOf('It is up to you: please :-) bitte für que não cette 7 — vpn')).toEqual(['vpn']);
});

it('takes each two signs of scripts without spaces, and of Korean, as a word', () => {
  expect(stemsOf('退款单 환불')).toEqual(['退款', '款单', '환불']);
});

it('takes a word with marks as one word', () => {
  expect(stemsOf('भुगतान')).toEqual(['भुगतान']);
});

it('takes signs of two code units as one letter', () => {
  expect(stemsOf('𝒂𝒃')).toEqual([]);
  expect(stemsOf('𐐨𐐩𐐪𐐫𐐬𐐭𐐮')).toEqual(['𐐨𐐩𐐪𐐫𐐬𐐭']);
});

it('reads the beginning of a text, and a number of different words', () => {
  expect(stemsOf(`first ${' '.repeat(COMPARED_CHARACTERS)} last`)).toEqual(['first']);
  expect(comparedWords(Array.from({ length: 2000 }, (_, n) => `a${n}`).join(' ')).size).toBe(600);
});

/**
 * The tables of `ticket_folded_text`, from the character database of Unicode 17. Code points are hexadecimal.
 * `folded-characters.spec.ts` compares them with the regular expressions and the normalization of JavaScript.
 */

/** Code points and ranges, separated by spaces, and the text that replaces each of them. */
export type Replacements = readonly (readonly [codePoints: string, replacement: string])[];

/** Characters without a picture: Default_Ignorable_Code_Point, controls except white space, and interlinear annotation. */
export const IGNORED = [
  '0001-0008 000E-001F 007F-0084 0086-009F 00AD 034F 061C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F',
  '3164 FE00-FE0F FEFF FFA0 FFF0-FFFB 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF',
].join(' ');

/** The part of them in ASCII. */
export const IGNORED_ASCII = '0001-0008 000E-001F 007F';

export const REPLACED_ASCII: Replacements = [
  ['0009-000D', ' '],
  ['0060', "'"],
];

/** Replaced before the normalization, which would change them in another way. The last two are the voicing marks of kana. */
export const BEFORE_NORMALIZATION: Replacements = [
  ['0009-000D 0085 1680 2028-2029 2800', ' '],
  ['00B4 0384 1FBD 1FFD', "'"],
  ['2033 2036', '"'],
  ['1E9E', '\u00DF'],
  ['309B', '\u3099'],
  ['309C', '\u309A'],
];

/** Replaced after it: quotes, dashes, signs and the final sigma. Removes the dot that lower-casing "İ" leaves. */
export const AFTER_NORMALIZATION: Replacements = [
  ['0060 02B9 02BB-02BF 02C8 02CA-02CB 055A 05F3 2018-201B 2032 2035 2039-203A 275B-275C A78C', "'"],
  ['00AB 00BB 05F4 201C-201F 275D-275E 301D-301F', '"'],
  ['02D7 058A 05BE 2010 2012-2015 2043 2212', '-'],
  ['2044 2215', '/'],
  ['223C 301C', '~'],
  ['05C3 2236 A789', ':'],
  ['2022 2027 2219 22C5 30FB A78F', '\u00B7'],
  ['066A', '%'],
  ['066D 2217', '*'],
  ['2223', '|'],
  ['27E8', '\u3008'],
  ['27E9', '\u3009'],
  ['2225', '\u2016'],
  // Ligatures that many keyboards cannot type.
  ['00E6', 'ae'],
  ['01E3', 'a\u0113'],
  ['01FD', 'a\u00E9'],
  ['0153', 'oe'],
  ['03C2', '\u03C3'],
  ['0307', ''],
];

/** Ranges that contain every character of the tables below. Most texts contain none of these and skip the tables. */
export const SPECIAL = [
  '0218-021B 0300-036F 0483-0489 0590-1CFF 1DC0-1DFF 20D0-20FF 2CEF-2CF1 2D7F 2DE0-2DFF 302A-302F 3099-309A 3300-33FF',
  'A620-A6FF A800-ABFF FB1D-FDFF FE20-FE2F FE70-FEFC FF9E-FF9F 101FD-1F0FF',
].join(' ');

/**
 * General_Category Mark, except ignored characters. Unassigned code points between two ranges are included. So are the half-width
 * voicing marks, because the normalization makes them marks.
 */
export const MARKS = [
  '0300-036F 0483-0489 0591-05BD 05BF 05C1-05C2 05C4-05C5 05C7 0610-061A 064B-065F 0670 06D6-06DC 06DF-06E4 06E7-06E8',
  '06EA-06ED 0711 0730-074A 07A6-07B0 07EB-07F3 07FD 0816-0819 081B-0823 0825-0827 0829-082D 0859-085B 0897-089F',
  '08CA-08E1 08E3-0903 093A-093C 093E-094F 0951-0957 0962-0963 0981-0983 09BC 09BE-09CD 09D7 09E2-09E3 09FE-0A03',
  '0A3C-0A51 0A70-0A71 0A75 0A81-0A83 0ABC 0ABE-0ACD 0AE2-0AE3 0AFA-0B03 0B3C 0B3E-0B57 0B62-0B63 0B82 0BBE-0BCD 0BD7',
  '0C00-0C04 0C3C 0C3E-0C56 0C62-0C63 0C81-0C83 0CBC 0CBE-0CD6 0CE2-0CE3 0CF3-0D03 0D3B-0D3C 0D3E-0D4D 0D57 0D62-0D63',
  '0D81-0D83 0DCA-0DDF 0DF2-0DF3 0E31 0E34-0E3A 0E47-0E4E 0EB1 0EB4-0EBC 0EC8-0ECE 0F18-0F19 0F35 0F37 0F39 0F3E-0F3F',
  '0F71-0F84 0F86-0F87 0F8D-0FBC 0FC6 102B-103E 1056-1059 105E-1060 1062-1064 1067-106D 1071-1074 1082-108D 108F',
  '109A-109D 135D-135F 1712-1715 1732-1734 1752-1753 1772-1773 17B6-17D3 17DD 1885-1886 18A9 1920-193B 1A17-1A1B',
  '1A55-1A7F 1AB0-1B04 1B34-1B44 1B6B-1B73 1B80-1B82 1BA1-1BAD 1BE6-1BF3 1C24-1C37 1CD0-1CD2 1CD4-1CE8 1CED 1CF4',
  '1CF7-1CF9 1DC0-1DFF 20D0-20F0 2CEF-2CF1 2D7F 2DE0-2DFF 302A-302F 3099-309A A66F-A672 A674-A67D A69E-A69F A6F0-A6F1',
  'A802 A806 A80B A823-A827 A82C A880-A881 A8B4-A8C5 A8E0-A8F1 A8FF A926-A92D A947-A953 A980-A983 A9B3-A9C0 A9E5',
  'AA29-AA36 AA43 AA4C-AA4D AA7B-AA7D AAB0 AAB2-AAB4 AAB7-AAB8 AABE-AABF AAC1 AAEB-AAEF AAF5-AAF6 ABE3-ABEA ABEC-ABED',
  'FB1E FE20-FE2F 101FD 102E0 10376-1037A 10A01-10A0F 10A38-10A3F 10AE5-10AE6 10D24-10D27 10D69-10D6D 10EAB-10EAC',
  '10EFA-10EFF 10F46-10F50 10F82-10F85 11000-11002 11038-11046 11070 11073-11074 1107F-11082 110B0-110BA 110C2',
  '11100-11102 11127-11134 11145-11146 11173 11180-11182 111B3-111C0 111C9-111CC 111CE-111CF 1122C-11237 1123E 11241',
  '112DF-112EA 11300-11303 1133B-1133C 1133E-1134D 11357 11362-11374 113B8-113D0 113D2 113E1-113E2 11435-11446 1145E',
  '114B0-114C3 115AF-115C0 115DC-115DD 11630-11640 116AB-116B7 1171D-1172B 1182C-1183A 11930-1193E 11940 11942-11943',
  '119D1-119E0 119E4 11A01-11A0A 11A33-11A39 11A3B-11A3E 11A47 11A51-11A5B 11A8A-11A99 11B60-11B67 11C2F-11C3F',
  '11C92-11CB6 11D31-11D45 11D47 11D8A-11D97 11EF3-11EF6 11F00-11F01 11F03 11F34-11F42 11F5A 13440 13447-13455',
  '1611E-1612F 16AF0-16AF4 16B30-16B36 16F4F 16F51-16F92 16FE4-16FF1 1BC9D-1BC9E 1CF00-1CF46 1D165-1D169 1D16D-1D182',
  '1D185-1D18B 1D1AA-1D1AD 1D242-1D244 1DA00-1DA36 1DA3B-1DA6C 1DA75 1DA84 1DA9B-1DAAF 1E000-1E02A 1E08F 1E130-1E136',
  '1E2AE 1E2EC-1E2EF 1E4EC-1E4EF 1E5EE-1E5EF 1E6E3 1E6E6 1E6EE-1E6EF 1E6F5 1E8D0-1E8D6 1E944-1E94A',
  'FF9E-FF9F',
].join(' ');

/** Letters that look equal on different keyboards. Replaced before the normalization composes them. */
export const LETTERS_BEFORE_NORMALIZATION: Replacements = [
  // Arabic, Persian and Urdu: yeh, kaf and heh.
  ['0649 06CC', '\u064A'],
  ['06A9', '\u0643'],
  ['06C1 06D5', '\u0647'],
  // A comma below letters becomes a cedilla.
  ['0218', '\u015E'],
  ['0219', '\u015F'],
  ['021A', '\u0162'],
  ['021B', '\u0163'],
  ['0326', '\u0327'],
  // Long and short overlaid strokes.
  ['0336', '\u0335'],
  ['0337', '\u0338'],
];

/** Characters that NFKC replaces by more than four. They keep their length, because a text of them would need much memory. */
export const NOT_EXPANDED = '3307 3315-3317 3319-331A 3320 332B 332E 3332 3334 3336 3347 334A 3356 33AE-33AF FDFA-FDFB';

/** Replaced after the normalization, which composes some of them and finds others in presentation forms. */
export const LETTERS_AFTER_NORMALIZATION: Replacements = [
  ['0622-0623 0625 0671', '\u0627'],
  ['0649 06CC', '\u064A'],
  ['06A9', '\u0643'],
  ['06C0-06C2 06D5', '\u0647'],
  // Yiddish digraphs.
  ['05F0', '\u05D5\u05D5'],
  ['05F1', '\u05D5\u05D9'],
  ['05F2', '\u05D9\u05D9'],
  // Bengali and Malayalam letters that are also typed as a consonant, a virama and a joiner, which is ignored.
  ['09CE', '\u09A4\u09CD'],
  ['0D54', '\u0D2E\u0D4D'],
  ['0D55', '\u0D2F\u0D4D'],
  ['0D56', '\u0D34\u0D4D'],
  ['0D7A', '\u0D23\u0D4D'],
  ['0D7B', '\u0D28\u0D4D'],
  ['0D7C', '\u0D30\u0D4D'],
  ['0D7D', '\u0D32\u0D4D'],
  ['0D7E', '\u0D33\u0D4D'],
  ['0D7F', '\u0D15\u0D4D'],
];

/** Sequences that look equal, after the normalization: a tone and the nikhahit of "ำ" in either order, and the Khmer subscripts of ta and da. */
export const SEQUENCES: readonly (readonly [from: string, to: string])[] = [
  ...['\u0E48', '\u0E49', '\u0E4A', '\u0E4B'].map((tone) => [`${tone}\u0E4D`, `\u0E4D${tone}`] as const),
  ...['\u0EC8', '\u0EC9', '\u0ECA', '\u0ECB'].map((tone) => [`${tone}\u0ECD`, `\u0ECD${tone}`] as const),
  ['\u17D2\u178A', '\u17D2\u178F'],
];

/** Removed after the normalization: Hebrew points, Arabic vowel and Quran marks, and the tatweel. */
export const OPTIONAL_MARKS =
  '0591-05BD 05BF 05C1-05C2 05C4-05C5 05C7 0610-061A 0640 064B-065F 0670 06D6-06ED 08CA-08E1 08E3-08FF FB1E';

/** The zeros of scripts with decimal digits, except those that NFKC replaces. The digits 1 to 9 follow each of them. */
export const DECIMAL_ZEROS = [
  '0660 06F0 07C0 0966 09E6 0A66 0AE6 0B66 0BE6 0C66 0CE6 0D66 0DE6 0E50 0ED0 0F20 1040 1090 17E0 1810 1946 19D0 1A80 1A90',
  '1B50 1BB0 1C40 1C50 A620 A8D0 A900 A9D0 A9F0 AA50 ABF0 104A0 10D30 10D40 11066 110F0 11136 111D0 112F0 11450 114D0 11650',
  '116C0 116D0 116DA 11730 118E0 11950 11BF0 11C50 11D50 11DA0 11DE0 11F50 16130 16A60 16AC0 16B50 16D70 1E140 1E2F0 1E4F0',
  '1E5F1 1E950',
].join(' ');

/** Letters with a stroke, which Unicode does not compose of the letter and the overlaid mark. */
export const STROKES = [
  { mark: '0335', letters: 'bƀ dđ gǥ hħ iɨ jɉ lƚ oɵ pᵽ rɍ tŧ uʉ yɏ zƶ' },
  { mark: '0338', letters: 'aⱥ cȼ eɇ lł oø tⱦ' },
] as const;

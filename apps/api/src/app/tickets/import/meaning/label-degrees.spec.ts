import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';

const reader = new LabelReader(readImportMap([]));
const read = (words: string) => words.split('|').map((word) => [word, reader.read('priority', word)?.label]);

describe('a priority with "very"', () => {
  it.each([
    [
      'critical',
      'Sangat tinggi|Çok yüksek|Nagyon magas|Foarte ridicată|Vrlo visok|Πολύ υψηλή|Дуже високий|Много висок',
    ],
    [
      'critical',
      'Svært høy|Erittäin korkea|Väga kõrge|Labai aukštas|Ļoti augsta|Rất cao|5 - Sangat tinggi|P1 (Çok yüksek)',
    ],
    [
      'critical',
      '非常に高い|とても高い|极高|很高|매우 높음|매우높음|สูงมาก|बहुत उच्च|גבוהה מאוד|Mycket brådskande|Rất khẩn cấp',
    ],
    ['critical', 'Çok önemli|Mycket viktigt|Дуже важливий|Rất quan trọng|매우 중요'],
    ['critical', 'Plus haute|Plus élevée|La plus élevée|Más alta|Mais alta|Più alta|Самый высокий|Tertinggi|Højeste'],
    ['low', 'Plus basse|La plus basse|Plus faible|Más baja|Mais baixa|Più bassa|Самый низкий|Terendah|Laveste'],
    ['high', 'Önemli|Viktigt|Важная|Penting|중요|חשוב|مهم'],
    ['low', 'Sangat rendah|Çok düşük|Mycket låg|Velmi nízká|Zelo nizka|Дуже низький|Много нисък|Nagyon alacsony'],
    ['low', '非常に低い|极低|매우 낮음|ต่ำมาก|बहुत कम|נמוך מאוד|Rất thấp'],
  ])('is %s: %s', (label, words) => {
    expect(read(words)).toEqual(words.split('|').map((word) => [word, label]));
  });

  it.each(['Very', 'Sangat', '非常', 'Not very high', 'Sangat - tinggi - rendah', 'Çok kolay', '很 low high'])(
    'is not understood if it says nothing more, or the contrary: %s',
    (word) => {
      expect(reader.read('priority', word)).toBeUndefined();
    },
  );
});

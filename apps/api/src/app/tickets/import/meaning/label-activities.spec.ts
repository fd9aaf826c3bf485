import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';

const reader = new LabelReader(readImportMap([]));
const read = (words: string) => words.split('|').map((word) => [word, reader.read('status', word)?.label]);

describe('a status that says what is being done to a ticket', () => {
  it.each([
    'Wird überprüft|Wird derzeit getestet|Being investigated|Is being worked on|Está siendo revisado|Se está revisando|Sendo analisado|Viene verificato|Wordt onderzocht|Bliver undersøgt|Blir behandlet|Jest sprawdzane',
    'In Überprüfung|Im Test|Zur Prüfung|In Abnahme|Under repair|In verification|Ready for QA|En pruebas|Em homologação|En recette|In fase di verifica|Ter beoordeling|W testach|Do weryfikacji|Under granskning|V testování|În testare|На ревью|На перевірці|Σε έλεγχο|Υπό εξέταση|Dalam pengujian|تحت المراجعة',
    'İnceleme altında|Test ediliyor|Tesztelés alatt|समीक्षा में|प्रक्रिया में|प्रक्रियाधीन|जाँच जारी|テスト中|レビュー中',
    'Проверяется|Тестується|Проверява се|Granskas|Undersøges|Tutkitaan|Arvioitavana|Testte|Testuje se|Sprawdzane|Se verifică|Ελέγχεται',
    'With User|With Supplier|With 3rd Party|Beim Kunden|Beim Lieferanten|Chez le fournisseur|Con el proveedor|Presso il cliente|У поставщика|Hos leverandør',
    'У процесі|У роботі|Em processo|Σε διαδικασία|Süreçte|Prosessissa',
    'In Prüfung durch Hersteller|In review - legal|Wird geschlossen|Under investigation by vendor',
  ])('is in progress: %s', (words) => {
    expect(read(words)).toEqual(words.split('|').map((word) => [word, 'in_progress']));
  });

  it.each([
    ['Wird nicht getestet|Not in test|Im|Wird|In der|Test|Under warranty|In Berlin|Review', undefined],
    ['In testing, closed|In Prüfung - gelöst', undefined],
    ['Review: closed', 'closed'],
    ['Resolved - ready for QA|Gelöst (im Test)|Решено, на проверке', 'resolved'],
  ])('is not in progress if it says the contrary, something else or too little: %s', (words, label) => {
    expect(read(words)).toEqual(words.split('|').map((word) => [word, label]));
  });
});

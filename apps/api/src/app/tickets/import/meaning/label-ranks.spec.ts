import { PROPERTY_VALUES } from '@docket/domain';
import fc from 'fast-check';
import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';
import { LABEL_WORDS } from './label-words';

const reader = new LabelReader(readImportMap([]));
const read = (property: 'status' | 'priority', words: string) =>
  words.split('¦').map((word) => [word, reader.read(property, word)?.label]);

describe('a label with a rank, a number, signs or its translation', () => {
  it.each([
    [
      'priority',
      'high',
      '1 - Alta¦P2: Hoch¦P1 - High¦P1: Alta¦Alta (1)¦Alta 1¦Hoch P2¦#2 High¦2.) High¦[2] High¦№2 Высокий¦Nº 2 Alta',
    ],
    [
      'priority',
      'high',
      '2° Alta¦2º - Alta¦2/5 - High¦2•High¦①高¦２－高¦Ｐ２：高¦2高¦高2¦P2高¦II Hoch¦Ⅱ 高¦L2 High¦٢ - عالية¦۲ بالا¦2-й: Высокий',
    ],
    [
      'priority',
      'high',
      '🔴 High¦:red_circle: High¦(!) High¦**High**¦\u200fعالية¦\u200eHigh\u200e¦High / Hoch¦高 High¦High高¦Alta High¦priorityHigh¦HighPriority',
    ],
    [
      'priority',
      'high',
      'Prioridad 2: Alta¦Приоритет 2 - Высокий¦優先度2：高¦Öncelik: Yüksek¦Korkea prioriteetti¦Υψηλή προτεραιότητα¦ความสำคัญสูง',
    ],
    [
      'priority',
      'high',
      '&Eacute;lev&eacute;e¦H&ouml;g¦&#1042;ысокий¦&#x412;ысокий¦High&nbsp;¦Høj prioritet¦Vysoká priorita',
    ],
    ['priority', 'low', 'P3 - Low¦Prio 3 - niedrig¦3 - Baja¦4_Low¦1-非常低¦🟢 Baja¦5 (lowest)¦۲ پائین'],
    ['priority', 'medium', 'P2 - Medium¦Medium (P3)¦3-Média¦中 (3)¦P3：中'],
    ['priority', 'critical', 'P2 - Critical¦P1紧急¦5 very high¦🚨 URGENT 🚨¦5 molt alt'],
    [
      'status',
      'open',
      '01. Nuevo¦10:new¦1=Open¦مفتوح Open¦statusOpen¦Offene Tickets¦Tickets ouverts¦Åpne saker¦【新規】¦未対応／Open¦New Open',
    ],
    [
      'status',
      'closed',
      'Closed (5)¦ticketClosed¦Lukkede saker¦Zamknięte zgłoszenia¦uzavřeno - vyřešeno¦Løst og lukket¦Fermé (résolu)¦closed successful-成功关闭',
    ],
    [
      'status',
      'in_progress',
      'waitingForCustomer¦処理中 (In Progress)¦할일 중¦Escalated TTO¦2.In Bearbeitung¦⏳ Pendente',
    ],
    ['status', 'resolved', 'Løste saker¦已解决 Resolved¦ticketResolved¦Résolue (4)'],
  ] as const)('is understood: %s %s %s', (property, label, words) => {
    expect(read(property, words)).toEqual(words.split('¦').map((word) => [word, label]));
  });

  it.each([
    [
      'priority',
      'P1 - Low¦P1 Low¦P5 - Critical¦P4 (High)¦Low / High¦Alta Baja¦Not high 2¦1¦A¦II¦2¦2024 high school¦12/2024',
    ],
    ['status', 'Open / Closed¦Open Closed¦1 - Not closed¦(2)¦Ticket¦Status¦New York¦ticketNotClosed'],
  ] as const)('is not understood if it says nothing, or a contradiction: %s %s', (property, words) => {
    expect(read(property, words)).toEqual(words.split('¦').map((word) => [word, undefined]));
  });

  it('is the label alone, whatever number and signs stand before or behind it', () => {
    const words = (['priority', 'status'] as const).flatMap((property) =>
      PROPERTY_VALUES[property].flatMap((label) => {
        const known: readonly string[] = (LABEL_WORDS[property] as Record<string, readonly string[]>)[label] ?? [];
        return known.filter((word) => !/[\d\s]/.test(word)).map((word) => ({ property, label, word }));
      }),
    );
    const number = fc.integer({ min: 0, max: 99 }).map(String);
    const sign = fc.constantFrom(' ', ' - ', ': ', '. ', ') ', '_', ' | ', '> ', '·', ' = ');
    const ranked = fc.tuple(number, sign, fc.boolean()).map(
      ([order, signs, isBefore]) =>
        (word: string) =>
          isBefore ? order + signs + word : `${word} (${order})`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...words), ranked, ({ property, label, word }, withRank) => {
        return reader.read(property, withRank(word))?.label === label;
      }),
      { seed: 10 },
    );
  });
});

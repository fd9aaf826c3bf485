import type { PropertyName } from '@docket/domain';
import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';

const reader = new LabelReader(readImportMap([]));
const read = (property: PropertyName, words: string) =>
  words.split('|').map((word) => [word, reader.read(property, word)?.label]);

describe('a label in the words of a language', () => {
  it.each<[PropertyName, string, string]>([
    [
      'status',
      'open',
      'Oprettet|Odprto|未處理|Chưa xử lý|Att göra|Å gjøre|Da completare|Teendő|Yapılacak|К выполнению|待办|할 일',
    ],
    [
      'status',
      'in_progress',
      'Igangværende|Påbegynt|Meneillään|Wird bearbeitet|En trámite|Em execução|Выполняется|בביצוע',
    ],
    [
      'status',
      'in_progress',
      'Rozpracováno|În desfășurare|V obdelavi|Sürüyor|در جریان|Đang thực hiện|Sedang dikerjakan|प्रगति पर',
    ],
    [
      'status',
      'in_progress',
      'Angehalten|In Wartestellung|Pausado|Detenido|Em pausa|In pausa|Aangehouden|Pausad|Duraklatıldı|Призупинено|متوقف|一時中断|已挂起|일시정지|Dijeda|Tạm ngưng|होल्ड पर',
    ],
    ['status', 'open', 'Tarefas pendentes|Tareas pendientes|Por fazer|作業前|待办事项|Open items'],
    [
      'status',
      'resolved',
      'Itens concluídos|Completed items|Elementos completados|Éléments terminés|Erledigte Elemente|Выполненные элементы|Dokončené úkoly|Tamamlanan görevler|完了した項目|已完成事项|완료된 항목',
    ],
    ['status', 'resolved', 'Fuldført|Fullført|Färdig|Klart|Ferdig|Tamam|Elkészült|הושלם|انجام شده|Đã xử lý|處理完成'],
    [
      'status',
      'in_progress',
      'Käynnissä|Menossa|Laufend|In Gang|En marcha|In esecuzione|Lopend|Running|Trwa|Folyik|În derulare|Ведётся работа|Триває|Yürütülüyor|Berlangsung|กำลังแก้ไข|चल रहा है|কাজ চলছে',
    ],
    ['status', 'in_progress', 'Parked|Geparkt|Aparcado|Shelved'],
    ['status', 'closed', 'Avsluttet|Tutup|クローズ済|キャンセル済'],
    ['status', 'resolved', 'हल हो गया|हल किया गया है|समाधान हो चुका है|पूर्ण हुआ|حل ہو گیا ہے|সমাধান করা হয়েছে|निराकरण झाले'],
    ['status', 'closed', 'बंद हो गया|बंद कर दिया गया|بند کر دیا گیا|বন্ধ করা হয়েছে|बंद केले'],
    [
      'status',
      'closed',
      "Can't Reproduce|Nicht reproduzierbar|Non reproductible|No reproducible|Не воспроизводится|再現できず|无法重现|재현 불가|Wird nicht behoben|Ne sera pas résolu|By design|Kein Fehler|仕様通り",
    ],
    [
      'status',
      'in_progress',
      'To be discussed|Under discussion|Zu klären|À discuter|En discusión|Te bespreken|На обсуждении|要相談|논의 필요|Görüşülüyor',
    ],
    ['priority', 'critical', 'Nujno|דחופה|ด่วน|Steidzami'],
    ['priority', 'medium', 'רגילה|عادي|Bình thường|Biasa'],
    [
      'priority',
      'low',
      '5 - Planung|5 - Planification|5 - Planificación|5 - Planejamento|5 - Pianificazione|5 - Planowanie|5 - Plánování|5 - Tervezés|5 - Planlama|5 - Планирование|5 - 計画|5 - 计划|5 - 계획|5 - التخطيط|5 - תכנון|5 - การวางแผน',
    ],
    ['priority', 'low', 'Alhainen|Mică|Nizek'],
  ])('is understood: %s %s', (property, label, words) => {
    expect(read(property, words)).toEqual(words.split('|').map((word) => [word, label]));
  });
});

import type { PropertyName } from '@docket/domain';
import { foldWord, HEADER_WORDS, TICKET_WORDS, words } from '@docket/import-rows';

const folded = (text: string): ReadonlySet<string> => new Set(words(text).map(foldWord));

/** Words that may negate a label: "non-urgent", "not closed". */
export const NEGATIONS = folded(`
  not, no, non, un, never, without, nicht, kein, keine, nie, pas, sans, sin, sem, não, senza, niet, geen, bez, inte, ej, ikke, ei,
  nem, nu, не, без, ні, değil, μη, δεν, לא, غير, ohne, uden, utan, uten, nobody, niemand, nadie, nessuno, ninguém, नहीं, नही, نہیں, না, নয়, নি, नाही`);

/** The words for "without" among them. They negate only the words after them. */
export const WITHOUT = folded('without, sans, sin, sem, senza, zonder, bez, без, ohne, uden, utan, uten');

/** Words that add no information to a label: "High priority", "Ticket closed", "Billing questions". */
const USUAL_NEUTRAL_WORDS: Readonly<Record<PropertyName, ReadonlySet<string>>> = {
  priority: folded(`
    priority, prio, level, severity, urgency, impact, very, really, extremely, super, sehr, très, muy, muito, molto, zeer, bardzo,
    Prioritas, Ưu, tiên, أولوية, مستوى, Priorität, Prioritaet, priorité, prioridad, prioridade, priorità, prioriteit, priorytet, prioritet, öncelik, öncelikli, öncelikte, priorita, приоритет`),
  status: folded(`
    status, state, ticket, issue, case, request, incident, auto, automatically, automatic, system, already, fully, finally,
    successfully, sudah, telah, заявка, заявки, тикет, тикеты, Zustand, automatisch, automatiquement, automáticamente, automaticamente, statut, estado, stato,
    still, currently, now, newly, brand, temporarily, permanently, provisionally, manually, completely, administratively, force, forcibly, confirmed,
    verified, noch, weiterhin, aktuell, derzeit, vorläufig, endgültig, manuell, bestätigt, toujours, encore, actuellement, définitivement,
    provisoirement, temporairement, temporalmente, temporariamente, temporaneamente, tijdelijk, manuellement, confirmé, todavía, aún, actualmente, definitivamente, manualmente, confirmado, ainda, atualmente, ancora,
    attualmente, confermato, nog, momenteel, definitief, wciąż, nadal, obecnie, ostatecznie, stadig, fortsat, fortsatt, fortfarande, endeligt, endelig,
    bekræftet, bekreftet, bekräftad, stále, hâlâ, ещё, пока, сейчас, временно, окончательно, вручную, is, was, has, been, tto, ttr,
    tickets, issues, cases, requests, incidents, tasks, Anfragen, Vorgänge, Aufgaben, Fälle, Störungen, demandes, tâches, solicitudes, incidencias, casos, tareas, chamados, solicitações, tarefas, richieste, segnalazioni, attività,
    meldingen, zaken, taken, zgłoszenia, sprawy, zadania, ärenden, ärendet, sager, saker, saken, sagen, opgaver, oppgaver, tiketit, pyynnöt, talepler, požadavky, tikety, požiadavky, jegyek, tichete, обращения, задачи, запросы, αιτήματα,
    קריאות, פניות, التذاكر, الطلبات, 工单, 工單, チケット, 티켓,
    item, items, itens, elemento, elementos, élément, éléments, Elemente, Einträge, elementi, elementy, pozycje, položky, tételek, öğeler,
    элементы, елементи, العناصر, 항목, task, görevler, görev, úkoly, úlohy, uppgifter, feladatok, tehtävät, tugas, المهام,
    हो, गया, गई, गए, किया, की, कर, दिया, दी, चुका, चुकी, है, हुआ, हुई, ہو, گیا, گئی, کیا, کر, دیا, چکا, ہے, করা, হয়েছে, করেছে, झाले, झाली, झाला, केले, केली, आहे`),
  category: folded(`
    category, issue, issues, problem, problems, inquiry, inquiries, enquiry, enquiries, question, questions, request, requests,
    problème, problèmes, problemas, problemi, problemy, вопрос, вопросы, проблема, проблемы, مشكلة, مشاكل, استفسار, de, du, des, del,
    di, della, da, do, la, le, les, los, las, por,
    support, team, department, desk, help, related, topic, reset, change, locked, unlock, forgotten, vergessen, vergeten, oublié,
    problema, problém, problémy, probleem, problemen, ongelma, ongelmat, sorun, masalah, trouble, проблеми, проблем, πρόβλημα, προβλήματα, בעיה,
    בעיות, 문제, vấn, đề, pregunta, preguntas, dúvida, dúvidas, domanda, domande, pytanie, pytania, fråga, frågor, spørgsmål, spørsmål, vraag,
    dotaz, otázka, kysymys, kérdés, întrebare, pertanyaan, câu, hỏi, питання, питань, въпрос, въпроси, ερώτηση, שאלה,
    with, about, for, on, to, regarding, my, the, mit, zu, zur, zum, über, bei, mein, meine, meinem, meiner, sur, avec, mon, ma, mes, au, aux,
    à, sobre, con, com, mi, a, o, os, as, na, no, meu, minha, su, sul, sulla, sulle, al, alla, mio, mia, over, met, bij, mijn, om, med, min, mitt,
    angående, vedrørende, til, till, s, se, ohledně, w, dotyczące, с, со, по, о, об, на, про, з, із, зі, щодо, в, във, за, με, για, dengan, tentang,
    về, עם, על, في, مع, حول, عن, 관련,
    zurücksetzen, réinitialisation, restablecer, redefinição, сброс, failed, declined, sorunu, sorunları,
    hatası, işlemi, işlemleri, sıfırlama, nulstil, återställning, vragen, fragen, av, af, z, ze, van, Kategorie, Probleme, Fragen, Anfragen, catégorie, categoría, categoria`),
};

/** Those words, and the names of the property in all languages: "Prioridad alta", "Korkea prioriteetti", "Stav: Nový". */
export const NEUTRAL_WORDS: Readonly<Record<PropertyName, ReadonlySet<string>>> = {
  priority: union(USUAL_NEUTRAL_WORDS.priority, HEADER_WORDS.priority.good.map(foldWord)),
  status: union(USUAL_NEUTRAL_WORDS.status, HEADER_WORDS.status.good.map(foldWord), TICKET_WORDS),
  category: union(USUAL_NEUTRAL_WORDS.category, HEADER_WORDS.category.good.map(foldWord)),
};

function union(...sets: readonly Iterable<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Words before the reason, person or place of a status: "Closed with workaround", "Cancelled by user". */
export const PREPOSITIONS = folded(`
  with, by, as, to, de, of, due, for, in, on, at, after, via, from, mit, durch, von, wegen, als, par, avec, pour, por, con, para, com, da,
  per, door, met, z, przez, av, med, af, с, по, через, pelo, pela, pelos, pelas, bij, beim, bei, durch den, dal, dalla, dallo, al, alla, en,
  na, na rzecz, hos, ved, hos, till, til, u, od, ze, till, until, into, without, sans, sin, sem, senza, zonder, bez, без, ohne, uden, utan, uten,
  من, بواسطة, لعدم, بسبب, توسط, על, עקב, από, λόγω, către, prin, od strane, zbog, zaradi, kvůli, pro, pre, miatt, takia, vuoksi, dėl, dēļ, karena, oleh, vì, bởi, för, fordi, omdat, wegens, z powodu, из-за, ввиду, поради, kod, kot, la, pri, pie, juures, luona, nga`);

/** Words after the person in a status: "Müşteri tarafından kapatıldı". */
export const POSTPOSITIONS = folded(
  'tarafından, tərəfindən, tomonidan, által, poolt, toimesta, द्वारा, により, によって, 에 의해',
);

/** A pattern for words at the start and the end of a folded label. Folding splits the letters of Korean, so the pattern is folded, too. */
const affixes = (start: string, end: string): RegExp =>
  new RegExp(`^(?:${start})|(?:${end})$`.normalize('NFKD').replaceAll(/\p{M}/gu, ''), 'gu');

/** Words that add no information and are joined with the label. An error in payments is a matter of payments. */
export const NEUTRAL_AFFIXES: Readonly<Record<PropertyName, RegExp>> = {
  priority: affixes(
    '优先级|優先級|優先度|우선순위|ความสำคัญ|ระดับ',
    '优先级|優先級|優先度|优先|priorität|prioritat|prioritet|prioritert|prioriteit|우선순위|급|순위',
  ),
  status: affixes(
    'ステータス|状态|狀態|상태|สถานะ',
    'ステータス|状态|狀態|상태|됨|처리|済み?|的|(?:した)?項目|事项|事項|항목|任务|任務|タスク',
  ),
  category: affixes(
    'システム|시스템|お',
    's?(?:problem|frage|anfrage)[en]{0,2}|s?(?:probleem|problemen|vraag|vragen|fråga|frågor|spørgsmål|spørsmål|ongelma|ongelmat)|问题|問題|错误|錯誤|エラー|相关|相關|関連|について|依頼|申請|報告|リセット|のお?問い合わせ|(?:的な|の)ご?質問|の?問題|の?トラブル|문제|오류|문의|문의사항|관련|요청|신고|초기화|변경',
  ),
};

/** English words that equal a word of another language without its accents, with their meaning in English: Löst is Swedish for "solved". */
export const UNACCENTED: ReadonlyMap<string, string> = new Map([['lost', foldWord('Lost deal')]]);

/** The beginning or end of a status that waits for something, folded, with spaces between words. */
export const WAITING = new RegExp(
  `${/^(?:awaiting|waiting|wait|pending|warten?d?|en attente|esperando|en espera|pendiente|aguardando|pendente|in attesa|wacht(?:en)? op|oczekuj|oczekiwani|vanta|vent(?:er|ar)? |avvent|avvakt|afvent|ceka|caka|odotta|asteapta|in astept|aguarda|espera |cho |menunggu|gaida|laukia|in wacht|wachtend|czeka|varakoz|odotetaan|invant|attente |attesa|a la espera|a espera|a aguardar|esperant |ne pritje|naghihintay|inasubiri|bið|изчакв|чека|се чека|منتظر|في انتظار|กาลงรอ|等待|等候|ootab|ootel |очаква|待\p{Script=Han}{2}|жде|чака|αναμονη|σε αναμονη|ממתין|בהמתנה|بانتظار|انتظار|รอ|ожида|очіку|в ожидании)/u.source}|(?:待ち|대기|\\p{Script=Hangul} ?중|\\p{Script=Han}{2}中| bekleniyor| bekliyor| (?:wird )?gewartet| ausstehend| pending|(?:re|ra) var| varakozik| odotetaan| oodatakse| ootel| zain| wird erwartet| परतकष(?: म)?|待ってい?ます)$`.normalize(
    'NFKD',
  ),
  'u',
);

/** The beginning of a status in progress, folded: "В процес на работа", "En cours de résolution", "W trakcie diagnozy". */
export const UNDER_WAY = new RegExp(
  `^(?:in progress|in process|in corso|en cours|en curso|en proceso|em curso|em andamento|em processo|w trakcie|v procesu|v procese|v reseni|v rieseni|u procesu|u tijeku|u toku|v teku|in curs|in bearbeitung|in arbeit|in behandeling|under behandling|under utredning|under handlaggning|under arbete|pod obradom|в процесс?е?|в работе|в роботі|в обработке|в процесі|у процесу|во процес|σε εξελιξη|σε διαδικασια|בתהליך|בטיפול|قيد|جاري|در حال|در دست|sedang|dalam proses|đang) .`.normalize(
    'NFKD',
  ),
  'u',
);

/** Words for assigning or accepting a ticket. In a status that waits, they mean that nobody works on it yet. */
export const UNASSIGNED = new RegExp(
  '\\b(?:assign|assegna|asigna|atribui|affectation|attribution|zuweisung|zuordnung|toewijz|triage|dispatch)|назнач|przypis|atama|割り?当|受付|배정|접수|待[分指受派接处處领領认認]'.normalize(
    'NFKD',
  ),
  'u',
);

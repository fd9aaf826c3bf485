import { foldWord, words } from '@docket/import-rows';

const folded = (text: string): ReadonlySet<string> => new Set(words(text).map(foldWord));

/** Beginnings of a status in the passive, before any activity: "Wird überprüft", "Está siendo revisado". */
const PASSIVES: readonly (readonly string[])[] = words(`
  wird, wird derzeit, being, is being, se está, está siendo, siendo, está sendo, sendo, viene, sta venendo, wordt, bliver, blir,
  jest, este în curs de`).map((text) => text.split(' ').map(foldWord));

/** Words before an activity: "In Prüfung", "Ready for QA", "Do weryfikacji". */
const BEFORE: readonly (readonly string[])[] = words(`
  in, im, in der, in fase di, in phase de, under, undergoing, ready for, ready to, awaiting, for, zur, zum, bereit zum, bereit zur, en,
  en fase de, para, en phase de, em, em fase de, pour, prêt pour, ter, klaar voor, w, na, do, i, til, för, klar til, klar för, v, ve,
  ke, k, sub, în, pentru, на, в, у, под, за, для, σε, υπό, για, dalam, untuk, تحت, قيد, في, در حال`).map((text) =>
  text.split(' ').map(foldWord),
);

/** Words after an activity: "İnceleme altında", "Tesztelés alatt", "समीक्षा में". */
const BEHIND = folded('altında, aşamasında, ediliyor, yapılıyor, alatt, fázisban, में, पर, जारी, ongoing, läuft');

/** Nouns for work on a ticket. */
const ACTIVITIES = folded(`
  analysis, assessment, checking, check, code review, development, diagnosis, evaluation, examination, inspection, investigation,
  discussion, maintenance, QA, repair, research, review, staging, test, testing, UAT, validation, verification,
  Diskussion, discusión, discussão, discussione, overleg, dyskusji, diskuzi, обсуждении, обговоренні, diskusjon, diskusi,
  Abklärung, Abnahme, Abstimmung, Analyse, Begutachtung, Diagnose, Entwicklung, Erprobung, Evaluierung, Freigabe, Kontrolle, Prüfung,
  Qualitätssicherung, Reparatur, Review, Sichtung, Tests, Überprüfung, Umsetzung, Untersuchung, Validierung, Verifizierung, Wartung,
  contrôle, développement, diagnostic, étude, évaluation, examen, expertise, maintenance, qualification, recette, relecture, réparation,
  réalisation, revue, vérification,
  análisis, desarrollo, diagnóstico, estudio, evaluación, investigación, mantenimiento, prueba, pruebas, reparación, revisión,
  validación, verificación,
  análise, avaliação, desenvolvimento, estudo, homologação, investigação, manutenção, reparo, reparação, revisão, teste, testes,
  validação, verificação,
  analisi, collaudo, controllo, diagnosi, esame, indagine, manutenzione, prova, revisione, riparazione, sviluppo, validazione,
  valutazione, verifica,
  beoordeling, controle, evaluatie, herstel, keuring, onderhoud, onderzoek, ontwikkeling, reparatie, revisie, validatie, verificatie,
  analizie, analizy, diagnozie, kontroli, naprawie, naprawy, ocenie, oceny, opiniowaniu, przeglądzie, przeglądu, sprawdzaniu,
  sprawdzenia, testach, testów, testowaniu, walidacji, weryfikacji,
  afprøvning, analys, analyse, bedömning, evaluering, felsökning, fejlsøgning, feilsøking, genomgång, gennemgang, gjennomgang,
  granskning, kontroll, kontrol, reparation, reparasjon, testning, udredning, undersökning, undersøgelse, undersøkelse, utredning,
  utvärdering, vurdering,
  analýze, diagnostice, kontrole, kontrolu, opravě, oprave, posouzení, posúdení, prošetření, prověření, revizi, revízii, řešení,
  testování, testovaní, ověření, overení, vyšetřování, schvalování,
  tesztelés, ellenőrzés, elemzés, vizsgálat, javítás, kivizsgálás,
  analiză, evaluare, investigare, reparație, revizuire, testare, validare, verificare,
  анализе, диагностике, доработке, изучении, исследовании, оценке, проверке, проверку, ревью, рассмотрении, ремонте, тесте, тестах,
  тестировании, тестирование, анализа, тестирования, проверки, аналізі, доопрацюванні, перевірці, перевірку, ремонті, розгляді,
  тестуванні, проверка, преглед, тестване, анализ, поправка,
  έλεγχο, εξέταση, δοκιμή, ανάλυση, διερεύνηση, αξιολόγηση, επισκευή,
  inceleme, test, kontrol, analiz, değerlendirme, onarım, geliştirme, doğrulama, araştırma,
  peninjauan, pengujian, pemeriksaan, perbaikan, analisis, investigasi, evaluasi, verifikasi,
  المراجعة, الفحص, الاختبار, الدراسة, التحقق, التحليل, التقييم, الصيانة, الإصلاح, التطوير, مراجعة, فحص, اختبار, دراسة,
  समीक्षा, परीक्षण, जांच, जाँच, विश्लेषण, मरम्मत, सत्यापन, प्रक्रिया, कार्यवाही, कार्रवाई, निरीक्षण, विचार, काम, प्रगति,
  provjeri, proveri, testiranju, analizi, pregledu, preverjanju`);

/** Verb forms for work in progress: "Проверяется", "Granskas", "Tutkitaan". */
const VERBS = folded(`
  प्रक्रियाधीन, कार्याधीन, Анализируется, Диагностируется, Изучается, Исправляется, Проверяется, Разбирается, Ремонтируется, Согласовывается, Тестируется,
  Уточняется, Тестирование, Аналізується, Вивчається, Перевіряється, Розглядається, Тестується, Уточнюється, Проверява се, Тества се,
  Анализира се, Разглежда се,
  Analyseras, Åtgärdas, Granskas, Kontrolleras, Testas, Undersöks, Utreds, Analyseres, Kontrolleres, Repareres, Testes, Undersøges,
  Undersøkes, Udredes, Utredes, Vurderes,
  Arvioitavana, Selvityksessä, Tarkistettavana, Testattavana, Testauksessa, Tutkittavana, Testte, Kontrolde, Değerlendirmede,
  Analizde, בבדיקות, בבחינה,
  Analysoidaan, Arvioidaan, Korjataan, Selvitetään, Tarkistetaan, Testataan, Tutkitaan,
  Analyzuje se, Kontroluje se, Opravuje se, Prověřuje se, Testuje se, Testuje sa, Kontroluje sa, Preveruje sa, Testování, Testovanie,
  Analizowane, Diagnozowane, Naprawiane, Sprawdzane, Testowane, Weryfikowane, Testowanie,
  Se analizează, Se lucrează, Se testează, Se verifică, Αναλύεται, Διερευνάται, Ελέγχεται, Εξετάζεται, Provjerava se, Proverava se,
  Testira se, Preverja se`);

/** A Japanese word for an activity in progress: "テスト中". */
const ONGOING = /^[\p{Script=Katakana}ー]{2,20}中$/u;

/** Whether the folded words of a status describe an activity. */
export function saysActivity(parts: readonly string[]): boolean {
  if (VERBS.has(parts.join('')) || (parts.length === 1 && ONGOING.test(parts[0] ?? ''))) return true;
  if (PASSIVES.some((passive) => begins(parts, passive) && parts.length > passive.length)) return true;
  return (
    BEFORE.some((before) => begins(parts, before) && isActivity(parts.slice(before.length))) ||
    (parts.length > 1 && BEHIND.has(parts.at(-1) ?? '') && isActivity(parts.slice(0, -1)))
  );
}

function begins(parts: readonly string[], start: readonly string[]): boolean {
  return start.every((word, index) => parts[index] === word);
}

/** Whether words begin with an activity: "review by vendor". */
function isActivity(parts: readonly string[]): boolean {
  return parts.some((_, index) => index < 2 && ACTIVITIES.has(parts.slice(0, index + 1).join('')));
}

import { foldWord } from '#import-rows/columns/fold-word';
import { words } from '#import-rows/columns/words';

/** Words for a time in column names: "Datum der Meldung", "Fecha de registro", "Kayıt tarihi", "受付日時". */
export const DATE_WORDS = folded(`
  Date, Time, Datetime, Date and time, Timestamp, Datum, Uhrzeit, Zeit, Zeitpunkt, Datum und Uhrzeit, Date et heure, Heure, Fecha, Hora, Fecha y hora, Data, Ora, Data e hora, Data e ora, Data i czas, Czas, Tijd, Tijdstip, Dato, Tid, Tidspunkt,
  Dato og tid, Päivä, Päivämäärä, Pvm, Aika, Ajankohta, Kuupäev, Aeg, Data ir laikas, Laikas, Laiks, Datums, Čas, Dátum, Dátuma, Ideje, Idő, Időpontja, Napja, Tarih, Tarihi, Tarihi ve saati, Zaman, Zamanı, Tarix, Tarixi, Sana, Sanasi, Vaqti, Vreme, Vrijeme, Дата, Время, Дата и время, Час,
  Дата й час, Дата та час, Датум, Време, Күні, Уақыты, Огноо, Ημερομηνία, Ώρα, Ημερομηνία και ώρα, תאריך, שעת, מועד, زمان, تاریخ, تاريخ, وقت, Tanggal, Waktu, Tarikh, Masa, Ngày, Thời gian, Ngày giờ, Petsa, Tarehe, วันที่, เวลา, วันเวลา, दिनांक, तिथि, तारीख,
  তারিখ, தேதி, თარიღი, დრო, Ամսաթիվ, Ամսաթիվը, 日, 日期, 日時, 日付, 时间, 時間, 时刻, 時刻, 일, 일자, 일시, 날짜, 시간, 시각`);

/** Words for the creation of a ticket in column names, in the grammatical cases that follow a word for a time. */
export const CREATION_WORDS = new Set(
  folded(`
  Created, Creation, Create, Opened, Opening, Submitted, Submission, Reported, Reporting, Report, Registered, Registration, Raised, Logged, Entered, Entry, Requested, Received, Filed, Filing, Lodged, Intake,
  Erstellung, Erstellungs, Anlage, Anlegung, Eröffnung, Eröffnungs, Meldung, Melde, Meldungs, Erfassung, Erfassungs, Eingang, Eingangs, Einreichung, Anmeldung, Anmelde, Aufnahme, Annahme, Registrierung, Registrierungs,
  Création, Ouverture, Soumission, Dépôt, Saisie, Signalement, Réception, Enregistrement, Déclaration, Creación, Apertura, Alta, Registro, Ingreso, Recepción, Reporte, Presentación, Solicitud, 
  Criação, Abertura, Cadastro, Recebimento, Registo, Solicitação, Entrada, Submissão, Creazione, Apertura, Inserimento, Segnalazione, Registrazione, Ricezione, Richiesta, Aanmaak, Aanmelding, Aangemaakt, Melding, Registratie, Indiening, Ontvangst, Opening, Invoer, Aangemeld,
  Utworzenia, Zgłoszenia, Rejestracji, Otwarcia, Wpływu, Wpłynięcia, Przyjęcia, Dodania, Założenia, Wprowadzenia, Złożenia, Vytvoření, Založení, Otevření, Nahlášení, Přijetí, Zadání, Registrace, Vložení, Podání, Zapsání, Vytvorenia, Založenia, Otvorenia, Nahlásenia, Prijatia, Zadania, Registrácie, Podania,
  Létrehozás, Létrehozásának, Megnyitás, Bejelentés, Rögzítés, Beérkezés, Felvétel, Creării, Creare, Deschiderii, Înregistrării, Înregistrare, Primirii, Depunerii, Introducerii, Oluşturma, Oluşturulma, Açılış, Açılma, Kayıt, Bildirim, Başvuru, Giriş, Talep, Yaradılma, Qeydiyyat, Yaratilgan, Kiritilgan,
  Создания, Открытия, Регистрации, Поступления, Подачи, Обращения, Заведения, Добавления, Приёма, Получения, Створення, Відкриття, Реєстрації, Надходження, Подання, Отримання, Създаване, Подаване, Отваряне, Регистрация, Регистриране, Постъпване, Получаване, Въвеждане, Креирања, Отварања, Пријаве, Подношења, Уноса,
  Prijema, Prijama, Kreiranja, Otvaranja, Prijave, Podnošenja, Unosa, Zaprimanja, Nastanka, Izrade, Ustvarjanja, Odprtja, Vnosa, Oddaje, Prejema, Креирање, Отворање, Пријавување, Поднесување, Стварэння, Құрылған, Тіркелген, Үүсгэсэн, Бүртгэсэн, Oprettelses, Oprettelse, Registrerings, Registrering, Modtagelses, Indberetnings, Åbnings, Anmeldelses, Opprettelses, Opprettelse, Registrert,
  Mottatt, Innmeldings, Åpnings, Skapande, Skapelse, Inkom, Ankomst, Öppnings, Anmälnings, Mottagnings, Inkommet, Skapat, Luonti, Luomis, Avaus, Kirjaus, Saapumis, Ilmoitus, Ilmoituksen, Loomise, Avamise, Registreerimise, Esitamise, Saabumise, Sukūrimo, Registracijos, Pateikimo, Atidarymo, Gavimo, Izveides, Izveidošanas, Reģistrācijas, Iesniegšanas, Atvēršanas,
  Saņemšanas, Δημιουργίας, Υποβολής, Καταχώρισης, Καταχώρησης, Ανοίγματος, Αναφοράς, Παραλαβής, Έναρξης αιτήματος, יצירה, פתיחה, דיווח, הגשה, קבלה, רישום, الإنشاء, الفتح, التقديم, التسجيل, الاستلام, البلاغ, الإدخال, الورود, ایجاد, ثبت, دریافت, شروع درخواست, Dibuat, Pembuatan, Lapor, Laporan, Masuk, Pengajuan, Dibuka,
  Dicipta, Diterima, Aduan, Tạo, Mở, Tiếp nhận, Ghi nhận, Báo cáo, Yêu cầu, Kuundwa, Kufungua, ng paglikha, สร้าง, แจ้ง, เปิด, รับแจ้ง, รับเรื่อง, निर्माण, पंजीकरण, प्रस्तुति, তৈরির, উনিশের, உருவாக்கிய, შექმნის, რეგისტრაციის, Ստեղծման, Գրանցման, 作成, 登録, 受付, 起票, 発生, 申請, 依頼, 報告, 提出, 問い合わせ, お問い合わせ, 受信, 创建, 建立, 创立, 提交, 登记, 報修, 报修, 受理, 接收,
  上报, 发起, 录入, 申请, 新增, 提报, 提報, 開立, 建檔, 通報, 발생, 생성, 작성, 등록, 접수, 신청, 요청, 문의`),
);

/** Words for "detailed", which mark a text as the description: "Ausführliche Beschreibung", "Szczegółowy opis", "Подробное описание". */
export const DETAILED_WORDS = folded(`
  Detailed, Full, Long, Complete, Extended, Ausführliche, Detaillierte, Lange, Vollständige, Genaue, Détaillée, Détaillé, Complète, Longue, Detallada, Detallado, Completa, Larga, Ampliada, Detalhada, Detalhado, Longa, Dettagliata, Dettagliato, Estesa, Gedetailleerde, Uitgebreide, Volledige, Lange,
  Szczegółowy, Pełny, Długi, Dokładny, Podrobný, Detailní, Úplný, Detailný, Részletes, Teljes, Detaliată, Completă, Detaylı, Ayrıntılı, Uzun, Подробное, Полное, Детальное, Развёрнутое, Докладний, Детальний, Повний, Подробно, Пълно, Детаљан, Detaljan, Detaljni, Podroben, Podrobni, Детален, Detaljeret, Udførlig, Detaljert, Utfyllende, Fullständig, Detaljerad, Utförlig,
  Tarkka, Yksityiskohtainen, Pitkä, Üksikasjalik, Detalus, Išsamus, Detalizēts, Λεπτομερής, Αναλυτική, Πλήρης, מפורט, מלא, تفصيلي, التفصيلي, مفصل, کامل, Lengkap, Terperinci, Rinci, chi tiết, đầy đủ, โดยละเอียด, विस्तृत, 詳細な, 詳しい, 详细, 詳細, 具体, 具體, 完整, 상세, 상세한, 자세한`);

/** Words for a problem in names of descriptions: "Popis závady", "Detalii problemă", "תיאור התקלה". */
export const PROBLEM_WORDS = folded(`
  Problem, Problems, Issue, Error, Fault, Incident, Problems, Fehler, Störung, Störungs, Problème, Panne, Erreur, Problema, Falla, Avería, Error, Falha, Defeito, Guasto, Errore, Probleem, Storing, Klacht, Problemu, Usterki, Awarii, Błędu, Problému, Závady, Poruchy, Chyby, Hiba, Probléma, Hiba részletes, Problemei, Problemă, Defecțiunii, Sorun, Sorunun, Arıza, Hata,
  Проблемы, Проблеми, Проблема, Проблемата, Неисправности, Ошибки, Несправності, Помилки, Kvara, Greške, Težave, Napake, Грешке, Квара, Fejl, Fejlen, Fejls, Feil, Feilen, Problemet, Felet, Fel, Ongelman, Ongelma, Vian, Vea, Probleemi, Problemos, Gedimo, Problēmas, Προβλήματος, Πρόβλημα, Βλάβης, הבעיה, בעיה, התקלה, תקלה, المشكلة, العطل, الخلل, مشکل, خرابی, Masalah, Kendala, Gangguan,
  Vấn đề, Sự cố, Lỗi, ปัญหา, อาการ, समस्या, সমস্যার, பிரச்சனை, პრობლემის, Խնդրի, 問題, 问题, 故障, 不具合, 障害, 现象, 故障现象, 故障現象, 障害現象, 症状, 문제, 장애, 오류`);

/** Words for priority and urgency, in the grammatical cases that follow a word for a level. */
export const URGENCY_WORDS = folded(`
  Priority, Urgency, Severity, Importance, Criticality, Impact, Prioritäts, Dringlichkeits, Wichtigkeits, Schwere, d'urgence, de priorité, de gravité, d'importance, priorité, gravité, criticité, de criticité, urgencia, gravedad, criticidad, importancia, urgência, criticidade, gravità, priorità, urgenza, criticità,
  prioriteits, urgentie, ernst, priorytetu, pilności, ważności, krytyczności, priority, naléhavosti, závažnosti, důležitosti, dôležitosti, naliehavosti, sürgősségi, fontossági, prioritási, prioritás, urgenței, priorității, prioritate, gravitate, prioritets, viktighets, vigtigheds, alvorligheds, alvorlighets, allvarlighets, angelägenhets, tärkeys, kiireellisyys, prioriteetti, vakavuus,
  приоритета, срочности, важности, критичности, пріоритету, терміновості, важливості, критичності, приоритет, спешност, важност, приоритета, хитности, важности, приоритета, hitnosti, važnosti, prioriteta, nujnosti, pomembnosti, προτεραιότητας, επείγοντος, σοβαρότητας, עדיפות, דחיפות, חשיבות, חומרה, الأولوية, الأهمية, الخطورة, الإلحاح, اولویت, اهمیت, فوریت,
  öncelik, aciliyet, önem, önemlilik, prioritas, urgensi, kepentingan, keparahan, keutamaan, keterukan, ưu tiên, khẩn cấp, nghiêm trọng, quan trọng, ความสำคัญ, ความเร่งด่วน, ความรุนแรง, प्राथमिकता, महत्व, 優先, 重要, 緊急, 紧急度, 緊急度, 重要度, 严重度, 嚴重度, 严重, 優先順位, 紧急, 嚴重, 우선, 우선순위, 중요, 긴급, 심각, prioritat, lehentasun, prioriteta, prioritātes, prioriteto, svarbos`);

/** Words for a level, which mark urgency as the priority: "Niveau d'urgence", "Nivel prioritate", "ระดับความสำคัญ". */
export const LEVEL_WORDS = folded(`
  Nivell, Maila, Stig, Niveli, Dərəcəsi, Daraja, Vlak, Level, Degree, Grade, Class, Stufe, Grad, Klasse, Niveau, Degré, Nivel, Grado, Nível, Grau, Livello, Grado, Poziom, Stopień, Úroveň, Stupeň, Szint, Szintje, Fok, Foka, Nivelul, Seviyesi, Derecesi, Düzeyi, Səviyyəsi, Darajasi, Уровень, Степень, Рівень, Ступінь, Ниво, Степен, Ниво на, Nivo, Razina, Stopnja, Nivå, Grad, Taso, Aste, Tase, Lygis, Līmenis, Επίπεδο, Βαθμός, רמת, דרגת, مستوى,
  درجة, سطح, میزان, درجه, Tingkat, Tahap, Mức, Mức độ, Độ, Kiwango cha, Antas ng, ระดับ, स्तर, মাত্রা, நிலை, დონე, Մակարդակ, レベル, 度合い, 等级, 等級, 级别, 級別, 程度, 등급, 수준`);

function folded(text: string): readonly string[] {
  return words(text).map(foldWord);
}

import { foldWord } from '#import-rows/columns/fold-word';
import { HEADER_WORDS } from '#import-rows/columns/header-words';
import type { ImportField } from '#import-rows/columns/import-field';
import { words } from '#import-rows/columns/words';

/** Words for a ticket in column names, with their inflected and compound forms: "Stato segnalazione", "Sagsnr.", "インシデント番号". */
export const TICKET_WORDS = folded(`
  Ticket, Tickets, Case, Incident, Incidents, Issue, Request, Conversation, Thread, Enquiry, Inquiry, Complaint, Bug, SR,
  Service request, Support request, Vorgang, Vorgangs, Anfrage, Fall, Störung, Störungs, Meldung, Meldungs, Vorfall, Vorfalls, Demande,
  Réclamation, Solicitud, Incidencia, Incidente, Caso, Petición, Reclamo, Chamado, Solicitação, Ocorrência, Protocolo, Segnalazione,
  Richiesta, Reclamo, Melding, Zaak, Aanvraag, Verzoek, Zgłoszenia, Zgloszenia, Sprawy, Ticketu, Incydentu, Ärende, Ärendets, Sag, Sags,
  Sak, Saks, Henvendelse, Henvendelses, Talep, Talebi, Destek talebi, Kayıt, Başvuru, Bilet, Požadavku, Tiketu, Incidentu, Případu,
  Ügy, Bejelentés, Hiba, Tichet, Заявка, Заявки, Обращения, Инцидента, Тикета, Запроса, Заявката, Звернення, 問い合わせ, お問い合わせ, チケット,
  インシデント, 依頼, 受付, 案件, 課題, 工单, 工單, 事件, 案件, 问题, 티켓, 문의, 요청, 접수, 이슈, 민원,
  Tiketti, Tiketin, Tapaus, Tapauksen, Pyyntö, Pyynnön, Palvelupyyntö, Palvelupyynnön, Dossier, Intervention, Incidència, Sol·licitud,
  Auftrags, Servicefall, Arıza, Şikayet, Sorun, Solicitare, Solicitării, Cerere, Cererii, Tichetului, Sesizare, Jegy, Požiadavky, Hlášení,
  Hlásenia, Zahtjeva, Zahteva, Zahtevka, Prijave, Slučaja, Tiketa, Užklausos, Bilieto, Pieteikuma, Pileti, Päringu, Pöördumise, Тикет,
  Тикету, Запиту, Обращение, Инцидент, Захтева, Αιτήματος, Αίτημα, Εισιτηρίου, Tiket, Permintaan, Laporan, Aduan, Keluhan, Yêu cầu, Phiếu, Sự cố, ตั๋ว, เคส,
  คำร้อง, टिकट, शिकायत, קריאה, הקריאה, פנייה, הפנייה, כרטיס, תקלה, التذكرة, تذكرة, الطلب, البلاغ, الشكوى, درخواست, تیکت, 服务, 服務,
  服务单, 服務單, 申请单, 申請單, 报修单, 報修單, 受理, 報修, 报修, 問合せ, お問合せ,
  Task, Aufgabe, Aufgaben, Tâche, Tarea, Tarefa, Tasca, Compito, Taak, Opgave, Oppgave, Uppgift, Uppgifts, Tehtävä, Tehtävän, Zadania, Zadatka, Zadatak, Naloge, Úkolu, Úlohy, Feladat, Görev,
  Sarcină, Sarcinii, Εργασίας, Задачи, Задачі, Задачата, Задача, Tugas, Công việc, Nhiệm vụ, 任务, 任務, タスク, 작업, 할일, کار, المهمة, משימה,
  Gesprächs, Gesprek, Keskustelun, Keskustelu, Rozmowy, Conversazione, Conversa, Conversación, Samtale, Samtals, Konverzace, Konverzácie, 对话, 對話, 会話, 대화,
  Vorgänge, Lippu, Lipun, Sedeli, Квитка, Билета, Билет, Tique, Tíquete, Reclamação, Reclamación, Incidentului, Solicitud de servicio, Zgłoszenie, Hlášenka,
  Requête, Anomalie, Eintrag, Eintrags, Málsins, Зверненне, Заяўкі, Қоса өтінім, Өтінім, Сұраныс, მოთხოვნის, ბილეთის, Հայտի, Müraciət, Müraciətin, So'rov, Murojaat, Ombi la, Kérelem, Kérés, 전표,
  事件单, 事件單, 提案, 报障, 報障, 需求, 申告, 案件単位, Tiquet, Tiquete, Tíquet, Chipta, Biletës, Bileta, Çështjes, Prašymo, Prašymų, Zgłoszeń, Incidenta, Δελτίου, เรื่อง, แจ้ง, งาน, ใบแจ้ง, ใบงาน, Máls, Máls, Kaartjie, مسئله,
  টিকিট, টিকেট, অভিযোগ, অনুরোধ, ٹکٹ, شکایت, டிக்கெட், புகார், கோரிக்கை, టికెట్, టిక్కెట్, ఫిర్యాదు, ಟಿಕೆಟ್, ದೂರು, ടിക്കറ്റ്, പരാതി, तिकीट, तक्रार, अनुरोध, ટિકિટ, ફરિયાદ,
  ਟਿਕਟ, ਸ਼ਿਕਾਇਤ, Tiketi, Vé, คำขอ, Biletin, Taloto, Տոմսի`);

/** Connectors between the words of a name: "Titel der Anfrage", "Descripción de la solicitud", "Description de l'incident", "依頼者のメール". */
export const CONNECTORS = folded(`
  of, of the, der, des, dem, von, vom, zur, zum, de, de la, de las, de l, del, d, du, do, da, della, dell, di, van, van de, van het, av, af, на,
  の, 的, 의, s, s', का, ya, la, wa, ng, nga`).filter((word) => word !== '');

/** Names that are clear only beside a word for a ticket: a ticket's date is its time of creation, and its number is its id. */
export const BESIDE_TICKETS: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  title: folded(
    'عنوان, موضوع, Libellé, Name, Nome, Nombre, Nom, Nazwa, Název, Adı, Konusu, Başlığı, Mening, Tárgya, Название, 名',
  ),
  description: folded(
    'وصف, تفاصيل, Text, Testo, Texto, Texte, Tekst, Detay, Detayı, Detayları, İçeriği, Açıklaması, Tartalma, Leírása',
  ),
  category: [
    ...folded('فئة, تصنيف, نوع, Tür, Türü, Kategorisi, Art, Rodzaj, Kind, Вид, 種類, 분류, 종류'),
    ...weak('category'),
  ],
  priority: [...folded('أولوية, Önceliği, Prioritása, 優先'), ...weak('priority')],
  status: [...folded('حالة, Durumu, Állapota, 現況, 현황, 진행'), ...weak('status')],
  created_at: [
    ...folded(
      'Date, Data, Dato, Tarih, Tarihi, Açılış tarihi, Dátuma, Tanggal, Päivä, תאריך, تاريخ, تاریخ, Ngày, วันที่, Day, 日, 時間, 时间, 시간, 일, 일시, 일자',
    ),
    ...weak('created_at'),
  ],
  external_id: folded(`
    ID, No, Nr, Num, N, Number, Ref, Reference, Referenz, Code, Codice, Código, Kod, Kodu, Numarası, Szám, Száma, Identifier, 編碼, 编码, №,
    Nro, Č, 流水号, 流水號, Codi, Kode, Mã, Шифр, Kods, Kodas, Numărul, Kimliği, Identifikatorius, Raqami, Nömrəsi, Αρ, Αριθ, קוד, رقم, رمز, كود, شناسه, کد, Số, เลขที่, नंबर, 单号, 單號, 号, 號, 号码, 號碼,
    নম্বর, নাম্বার, নং, আইডি, نمبر, آئی ڈی, எண், ஐடி, నంబర్, నెంబర్, సంఖ్య, ఐడి, ಸಂಖ್ಯೆ, ಐಡಿ, നമ്പർ, ഐഡി, क्रमांक, क्र, संख्या, आईडी, નંબર, આઈડી, ਨੰਬਰ, ਆਈਡੀ,
    Nambari, Համար, Համարը, หมายเลข, รหัส`),
};

/**
 * Words for "short", which mark a description as the title: "Brève description", "Descripción corta", "Kort beskrivning". All genders and
 * cases are listed.
 */
export const SHORT_WORDS = folded(`
  Short, Brief, Kurz, Kurze, Kurzer, Brève, Bref, Courte, Court, Succincte, Succinct, Abrégée, Breve, Corta, Corto, Resumida, Abreviada, Concisa, Curta, Curto,
  Sucinta, Korte, Kort, Beknopte, Krótki, Skrócony, Zwięzły, Kortfattad, Kortfattet, Lyhyt, Kısa, Stručný, Krátký, Krátky, Kratak, Kratki, Kratek, Sažet,
  Rövid, Scurtă, Scurt, Succintă, Кратко, Краткое, Краткий, Короткое, Короткий, Стислий, Кратак, Кратки, Σύντομη, Σύντομο, Lühike, Lühi, Īss, Trumpas, Breu, Labur, Laburra,
  Stutt, Singkat, Ringkas, ngắn, ngắn gọn, tóm tắt, สั้น, สั้นๆ, קצר, מקוצר, مختصر, المختصر, قصير, القصير, کوتاه, संक्षिप्त, 简短, 简要, 簡短, 簡要, 简单, 簡單, 簡潔な, 簡単な, 短い, 簡易,
  간단한, 짧은, 간략한, Краток, Кароткі, Stuttur, Kortfattade, Kratka, Krátka, Rövidített, Përshkrim i shkurtër, Qısa, Qisqa, Maikling, Σύντομος, Հակիրճ, მოკლე, சுருக்கமான, সংক্ষিপ্ত`);
export const SHORT_NOUNS = folded(`
  Description, Desc, Text, Descriptif, Texte, Beschreibung, Bezeichnung, Libellé, Descripción, Texto, Descrição, Descrizione, Testo, Beschrijving, Omschrijving, Tekst,
  Opis, Beskrivning, Beskrivelse, Kuvaus, Selite, Açıklama, Tanım, Popis, Leírás, Descriere, Описание, Опис, Περιγραφή, Kirjeldus, Apraksts, Aprašymas,
  Descripció, Deskribapen, Deskribapena, Lýsing, Deskripsi, Penerangan, Keterangan, Mô tả, คำอธิบาย, รายละเอียด, תיאור, وصف, الوصف, شرح, विवरण, 描述, 说明, 說明, 説明, 설명,
  Descrierea, Açıklaması, Leírása, Tanımı, Описанието, Beskrivelsen, Descrición, Təsvir, Tavsif, Deskripsyon, Апісанне, Նկարագրություն, აღწერა, விளக்கம், বিবরণ`);

export const CATEGORY_KINDS = [...weak('category'), ...folded('種類, 분류')];

export const ADDRESS_WORDS = [
  ...weak('requester_email').filter((word) => word !== foldWord('Sender')),
  ...folded(`
    E-mail címe, Email címe, E-mail-címe, Epochta manzili, E-posta adresi, Email id, Mail id, Mail address, Mail adresse, Mailadres, E-Mail-Adresse, Emailadresse, E-postası, E-posta adresi, Reply address, メアド,
    電子メール, 信箱, 電子信箱, 메일, 메일주소, 이메일 주소`),
];
export const NAME_WORDS = folded(`
  Name, Full name, Display name, Vollname, Nom, Nom complet, Nombre, Nombre completo, Nome, Nome completo, Nome e cognome, Naam, Navn, Namn,
  Imię i nazwisko, Nazwa, Jméno, Neve, Adı, Adı soyadı, Имя, ФИО, Ім'я, 名, 氏名, お名前, 姓名, 명, 이름, 성명,
  Název, Názov, Meno, Jméno a příjmení, Meno a priezvisko, Naziv, Ime, Ime i prezime, Ime in priimek, Imię, Név, Nume, Numele, Nimi, Nafn, Emri, Ad, Ad soyad, Nama, Tên, Họ tên, Izena, Izen, Vārds, Vardas, Pangalan, Όνομα, Ονοματεπώνυμο, Име, Имя и фамилия,
  اسم, نام, שם, ชื่อ, नाम, სახელი, Անուն, 名前, 名称, 名稱, 名字`);

/** Words for a person beside a word for the requester: "Usuario solicitante", "Osoba zgłaszająca". */
export const PERSON_WORDS = folded(`
  User, Person, Benutzer, Utilisateur, Personne, Usuario, Persona, Usuário, Pessoa, Utilizador, Utente, Gebruiker, Persoon, Użytkownik, Osoba, Uživatel, Používateľ, Felhasználó, Személy, Utilizator, Persoană, Bruger, Bruker, Användare, Käyttäjä, Henkilö,
  Kullanıcı, Kişi, Korisnik, Uporabnik, Пользователь, Лицо, Користувач, Особа, Потребител, Лице, Χρήστης, משתמש, المستخدم, کاربر, Pengguna, Orang, Người dùng, ผู้ใช้, 用户, 使用者, ユーザー, 사용자`);

/** Words for a label beside the name of a property: "category_name", "優先度名", "Status Label", "label_list". */
export const LABEL_WORDS = [...NAME_WORDS, ...folded('Label, List, Value, Text, 名称, 명칭')];
export const NAMED_FIELDS: readonly ImportField[] = ['category', 'priority', 'status', 'team', 'tags'];

/** Words for responsibility in names of assignee and team columns: "Owner team", "Zuständiges Team", "担当部署". */
export const RESPONSIBLE_WORDS = folded(`
  Assigned, Assigned to, Owner, Owning, Support, Resolver, Responsible, Current, Handling, In charge, Zuständige, Zuständiger, Zuständiges,
  Zugewiesene, Zugewiesener, Zugewiesenes, Verantwortliche, Verantwortliches, Verantwortlicher, Assigné, Assignée, Affecté, Affectée,
  En charge, Responsable, Asignado, Asignada, De soporte, De suporte, Atribuído, Atribuída, Responsável, Di supporto, Assegnato, Assegnata,
  Responsabile, Ondersteunende, Przypisana, Przypisany, Odpowiedzialna, Wsparcia, Atanan, Sorumlu, Tildelt, Tilldelad, Ansvarig, Ansvarlig,
  Přiřazená, Přidělená, Ответственная, Ответственный, Назначенная, Назначенный, 担当, 対応, 処理, 处理, 負責, 负责, 담당, 처리,
  Přiřazený, Přidělený, Odpovědná, Zodpovedná, Zodpovedný, Priradená, Pridelená, Odgovorna, Odgovorni, Zadužena, Vastuullinen, Felelős, Hozzárendelt, Responsabilă, Atribuit, Відповідальна, Призначена, Отговорна, Назначена, Υπεύθυνη,
  Υπεύθυνος, Assegnataria, 经办, 經辦, 受理, 指派, 할당, Yang bertanggung jawab, Yang ditugaskan, Ansvarliga, Ansvarige`);
export const RESPONSIBLE_NOUNS: readonly (readonly [ImportField, readonly string[]])[] = [
  ['team', [...good('team'), ...folded('Department, Unit, Abteilung, Afdeling, Отдел, 部署, 部門, 部门, 부서')]],
  [
    'assignee',
    [
      ...good('assignee'),
      ...folded(
        'Engineer, Staff, Staff member, Analyst, Specialist, Expert, Operator, Teammate, Person, Employee, Mitarbeiter, Medarbejder',
      ),
      ...folded(
        'Medarbetare, Medewerker, Operatore, Operador, Kişi, Personel, Uzman, Pracownik, Сотрудник, 者, 人, 人员, 상담원, 상담사, 직원',
      ),
      ...folded(
        'User, Benutzer, Utilisateur, Usuario, Usuário, Utilizador, Utente, Gebruiker, Użytkownik, Uživatel, Používateľ, Felhasználó, Bruger, Bruker, Användare, Käyttäjä, Kullanıcı, Korisnik, Uporabnik, Utilizator, Пользователь, Користувач, Потребител, Χρήστης, Osoba, Persona, Pessoa, Personne, Persoană, Henkilö, Személy, Kasutaja, Особа, Лицо, Лице, 人員, 用户, 使用者, ユーザー, 사용자, Agente, Technicien, Technicus',
      ),
    ],
  ],
];

export const ROLES: readonly (readonly [ImportField, readonly string[]])[] = [
  ['requester', [...good('requester'), ...weak('requester')]],
  ['assignee', [...good('assignee'), ...weak('assignee')]],
];

function folded(text: string): readonly string[] {
  return words(text).map(foldWord);
}

function good(field: ImportField): readonly string[] {
  return HEADER_WORDS[field].good.map(foldWord);
}

function weak(field: ImportField): readonly string[] {
  return HEADER_WORDS[field].weak.map(foldWord);
}

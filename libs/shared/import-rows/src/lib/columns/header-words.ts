import { DESK_HEADER_WORDS } from '#import-rows/columns/desk-header-words';
import { IMPORT_FIELDS, type ImportField } from '#import-rows/columns/import-field';
import { type FieldNames, PEOPLE_WORDS } from '#import-rows/columns/people-words';
import { words } from '#import-rows/columns/words';

/**
 * The names of columns. Sources: the CSV and JSON exports and the API references of ServiceNow (incident table), Jira (issue
 * navigator and data pipeline), GLPI (search results and REST), Zendesk, Freshdesk, Zammad, OTRS and Znuny, osTicket, HubSpot,
 * Redmine, GitHub and GitLab, in the languages of their user interfaces; and the support ticket sets on Kaggle. Spelled for
 * reading: they are compared folded (fold-word.ts).
 */
const USUAL_WORDS: Readonly<Record<ImportField, FieldNames>> = {
  title: {
    good: words(`
      Title, Summary, Subject, Short description, Issue summary, Issue title, Issue subject, Ticket subject, Ticket title,
      Ticket name, Ticket summary, Case subject, Case title, Incident title, Incident summary, Request title, Request subject,
      Problem summary, Subject line, Betreff, Betreffzeile, Titel, Kurzbeschreibung, Zusammenfassung, Ticket-Titel, Überschrift,
      Objet, Sujet, Titre, Résumé, Intitulé, Description courte, Titre du ticket, Objet du ticket, Asunto, Título, Resumen,
      Descripción breve, Descripción corta, Asunto del ticket, Título del ticket, Assunto, Resumo, Descrição resumida,
      Descrição curta, Título do chamado, Assunto do chamado, Oggetto, Titolo, Riepilogo, Breve descrizione, Descrizione breve,
      Onderwerp, Samenvatting, Korte omschrijving, Korte beschrijving, Temat, Tytuł, Podsumowanie, Ämne, Rubrik, Emne, Tittel, Overskrift,
      Otsikko, Konu,
      Başlık, Předmět, Název, Shrnutí, Tárgy, Θέμα, Τίτλος, Тема, Заголовок, Название, Краткое описание, Заголовок заявки,
      Тема заявки, Назва, Резюме, נושא, כותרת, الموضوع, العنوان, 件名, タイトル, 題名, 概要, 要約, 簡単な説明, 标题, 標題, 主题, 主題, 摘要, 简短描述, 工单标题, 제목, 요약,
      Tiêu đề, Chủ đề, Judul, Subjek,
      Thema, Brief description, Card name, Task name, Item name, Conversation subject, Email subject, Query subject, Bug title,
      Bug summary, Story title, Work item title, Request summary, Title of ticket, Kurztext, Stichwort, Vorgangstitel,
      Objet de la demande, Titre de la demande, Asunto de la solicitud, Título de la incidencia, Título da solicitação,
      Oggetto ticket, Titel van melding, Korte omschrijving melding, Nazwa zgłoszenia, Temat zgłoszenia, Tytuł zgłoszenia,
      Ärenderubrik, Aihe, Talep konusu, Subiect, Titlu, Относно, Тема на заявката, Заглавие, Naslov, Predmet, Názov, Naziv,
      Virsraksts, Pavadinimas, Teema, Pealkiri, Assumpte, Títol, หัวข้อ, เรื่อง, ชื่อเรื่อง, विषय, शीर्षक, 主旨, 工单主题, 工單主旨, 工單標題,
      问题标题, 事件标题, 问题摘要, チケット名, 課題名, 제목명, 이슈 제목, عنوان التذكرة, נושא הפנייה, Tēma, Temats, Antraštė, موضوع, عنوان,
      short_desc,
      Kurztitel, Titulek, Short summary, Temat wiadomości, Konu başlığı, Problem title, Mail subject, Message subject,
      Sammanfattning, Sammendrag, Oversigt, Yhteenveto, Souhrn, Súhrn, Zhrnutie, Összefoglaló, Összegzés, Rezumat, Özet, Kokkuvõte,
      Kopsavilkums, Santrauka, Sažetak, Povzetek, Сводка, Підсумок, Обобщение, Σύνοψη, Περίληψη, תקציר, ملخص, الملخص, خلاصه, สรุป, Tóm tắt, Ringkasan, सारांश, Resum,
      Perihal, Zadeva, Gaia, Izenburua, Efni, Titill, Tajuk, Paksa, Pamagat, Наслов, Предмет`),
    weak: words(`
      Name, Headline, Heading, Libellé, Issue, Problem, Customer complaint, Nombre, Nome, Nom, Bezeichnung, 名称, 名前,
      Cím, Task, Opgave, Oppgave, Uppgift, Tehtävä, Úkol, Úloha, Feladat, Görev, Завдання, タスク, 任务, 作業, 작업, Наименование, Aufgabe, Tarea, Tarefa, Tâche, Attività, Taak, Zadanie, Задача`),
  },
  description: {
    good: words(`
      Description, Body, Details, Detailed description, Full description, Long description, Content, Ticket description, Ticket body,
      Ticket details, Ticket content, Issue description, Issue body, Issue details, Case description, Incident description,
      Request description, Problem description, Description text, Message body, First message, First comment, Initial message,
      Customer message, Beschreibung, Ticketbeschreibung, Problembeschreibung, Inhalt, Nachricht, Fehlerbeschreibung, Texte, Contenu,
      Détails, Description du problème, Description du ticket, Description détaillée, Descripción, Detalle, Detalles, Contenido,
      Mensaje, Descripción del ticket, Descripción del problema, Descrição, Detalhes, Conteúdo, Mensagem, Descrição do chamado,
      Descrição do problema, Descrizione, Dettagli, Contenuto, Messaggio, Beschrijving, Omschrijving, Inhoud, Bericht, Opis, Treść,
      Szczegóły, Beskrivning, Beskrivelse, Kuvaus, Açıklama, Popis, Leírás, Περιγραφή, Описание, Подробности, Содержание, Сообщение,
      Текст, Описание проблемы, Описание заявки, Опис, תיאור, الوصف, التفاصيل, 説明, 詳細, 内容, 本文, 描述, 詳細説明, 问题描述, 详细描述, 工单描述, 說明, 설명,
      내용, Mô tả, Nội dung, Deskripsi, Rincian,
      Contents, Card description, Task description, Brief details, Bug description, Problem details, Request details,
      Case details, Message content, Description of issue, Description of problem, Verzoek, Omschrijving melding,
      Kurzbeschreibung lang, Langtext, Problem Beschreibung, Description de la demande, Descripción de la solicitud,
      Descripción de la incidencia, Descrição da solicitação, Descrizione problema, Opis zgłoszenia, Opis problemu,
      Treść zgłoszenia, Innehåll, Indhold, Innhold, Sisältö, Açıklamalar, Talep açıklaması, İçerik, Descriere, Conținut,
      Описание на проблема, Съдържание, Kirjeldus, Apraksts, Aprašymas, Vsebina, Sadržaj, Obsah, Tartalom, Περιεχόμενο,
      Descripció, รายละเอียด, คำอธิบาย, विवरण, 內容, 描述内容, 问题详情, 问题内容, 工单内容, 工單內容, 詳情, 详情, 問い合わせ内容, お問い合わせ内容, 詳細内容, 상세, 상세 내용,
      문의 내용, وصف المشكلة, תיאור הבעיה, Desc, Body text, شرح, توضیحات,
      Task content, Task notes, Case notes, Incident notes,
      Текст заявки, Текст обращения, Текст сообщения,
      Plain text body, Text body, Description text only, Sachverhalt, Fehlerbild, Probleemomschrijving, Popis problému, Treść wiadomości,
      Detay, Detaylar, Tekst, 障害内容, 依頼内容, 要件,
      פירוט, 問題描述, Detall, Detalls, Contingut, Deskribapena, Lýsing, Keterangan, Penerangan, Paglalarawan`),
    weak: words(`
      Comment, Comments, Message, Text, Notes, Note, Comments and work notes, Question, Complaint, Steps to reproduce, Kommentar,
      Kommentare, Text des Tickets, Anmerkung, Commentaire, Commentaires, Comentario, Comentarios, Comentário, Comentários, Commento,
      Commenti, Opmerking, Opmerkingen, Комментарий, Комментарии, コメント, 备注, 备注说明,
      Article, article.body, Articles, Preview, Extract, Last message, Last comment, Latest comment, Summary text, Снимка, Symptom, Symptoms, Excerpt,
      Snippet, Isi, Body preview, Message preview, Body excerpt, Extrait, Auszug, Vorschau, Extracto, Trecho, Estratto, Repro steps,
      Reproduction steps, How to reproduce, Schritte zur Reproduktion, Reproduktionsschritte, Étapes de reproduction,
      Étapes pour reproduire, Pasos para reproducir, Passos para reproduzir, Passaggi per riprodurre, Stappen om te reproduceren,
      Kroki do odtworzenia, Шаги воспроизведения, Шаги для воспроизведения, 重现步骤, 重現步驟, 复现步骤, 再現手順, 재현 절차, 재현 단계`),
  },
  category: {
    good: words(`
      Category, Main category, Primary category, Top category, Hauptkategorie, Catégorie principale, Categoría principal,
      Categoria principal, Categoria principale, Hoofdcategorie, Kategoria główna, Huvudkategori, Hovedkategori, Hlavní kategorie,
      Ana kategori, Основная категория, 大分類, 大分类, 一级分类, 대분류, Ticket category, Issue category, Case category, Incident category, Request category, Categories, Kategorie,
      Ticketkategorie, Catégorie, Categoría, Categoria, Categorie, Kategoria, Kategori, Kategória, Luokka, Κατηγορία, Категория,
      Категорія, קטגוריה, الفئة, カテゴリ, カテゴリー, 分類, 类别, 分类, 類別, 카테고리, 분류, Danh mục, Categoría del ticket, Categoria do chamado,
      หมวดหมู่, श्रेणी, Categoría de la solicitud, Categorie ticket, Kategoria zgłoszenia, Категория заявки, 工单分类, 工单类别, 问题分类,
      問題類別, التصنيف, קטגוריית הפנייה, Ärendekategori, Kategorija, Kategooria, Kategorie ticketu, hs_ticket_category, دسته‌بندی,
      Help topic,
      دسته, دسته بندی, طبقه بندی, Flokkur, Категорија`),
    weak: words(`
      Issue type, Ticket type, Case type, Request type, Type of issue, Type, Component, Components, Component/s, Topic,
      Subject area, Area, Tracker, Queue, Department, Subcategory, Typ, Vorgangstyp, Ticketart, Komponente, Type de ticket,
      Composant, Tipo, Tipo de ticket, Tipo de incidencia, Tipo de chamado, Componente, Tipologia, Soort, Тип, Тип заявки, 種別, 类型,
      유형,
      ประเภท, प्रकार, Product area, Service category, Anfrageart, Type de demande, Tipo de solicitud,
      Tipo de solicitação, Typ zgłoszenia, Typ ticketu, Ärendetyp, Talep türü, 工单类型, 問題類型, 问题类型, 문의 유형, Work item type, 種類, Rodzaj, Art der Anfrage`),
  },
  priority: {
    good: words(`
      Priority, Ticket priority, Issue priority, Case priority, Incident priority, Priority name, Prio, Priorität, Ticketpriorität,
      Priorité, Prioridad, Prioridade, Priorità, Prioriteit, Priorytet, Prioritet, Prioriteetti, Öncelik, Priorita, Prioritás,
      Προτεραιότητα, Приоритет, Пріоритет, עדיפות, الأولوية, 優先度, 優先順位, 优先级, 優先級, 우선순위, Độ ưu tiên, Mức ưu tiên, Mức độ ưu tiên, Prioritas,
      Prioritaet, Prior., Priority level, Request priority, Task priority, 優先順序, 优先等级, 優先順, 工单优先级, ลำดับความสำคัญ, ความสำคัญ,
      प्राथमिकता, Prioritet ärende, Prioritate, Prioriteet, Prioritātė, Prioriteta, Prioriteti, Prioridad de la solicitud,
      Priorytet zgłoszenia, Öncelik seviyesi, 중요도, درجة الأولوية, דחיפות, Prioritetas, Prioritāte, prioritycode, hs_ticket_priority, اولویت,
      Tärkeys, Kiireellisyys, Tingkat prioritas, Ưu tiên, 優先等級, Prioritat, Lehentasuna, Forgangur, Keutamaan, Prayoridad`),
    weak: words(`
      priority_id, Severity, Urgency, Ticket severity, Issue severity, Dringlichkeit, Schweregrad, Urgence, Gravité, Urgencia, Severidad,
      Gravedad, Urgência, Severidade, Urgenza, Gravità, Urgentie, Срочность, 緊急度, 紧急程度,
      Impact, Importance, Wichtigkeit, Importancia, Importância, Importanza, Importance client, Belang, Ważność, Pilność, Önem,
      Aciliyet, Важность, 重要度, 严重程度, 嚴重程度, 緊急程度, 긴급도, 緊急性, 重要性`),
  },
  status: {
    good: words(`
      Status, State, Ticket status, Ticket state, Issue status, Issue state, Case status, Incident state, Incident status,
      Request status, Zustand, Ticketstatus, Statut, État, Estado, Estado del ticket, Situação, Situación, Estado do chamado, Status do chamado,
      Stato, Staat, Stan, Tila, Durum, Stav, Állapot, Κατάσταση, Статус, Состояние, Стан, סטטוס, الحالة, ステータス, 状態, 状态, 狀態, 상태,
      Trạng thái,
      Task status, Request state, Bug status, Conversation status, Current state, Status name, Progress status, Bearbeitungsstatus,
      Vorgangsstatus, État du ticket, Statut du ticket, Estado de la solicitud, Status zgłoszenia, Stare, Stanje, Seisund, Olek,
      Būsena, Statuss, Състояние, Ärendestatus, Talep durumu, 工单状态, 工單狀態, 处理状态, 處理狀態, 対応状況, 진행 상태, 처리 상태, สถานะ, स्थिति,
      حالة التذكرة, סטטוס הפנייה, statecode, hs_pipeline_stage, وضعیت,
      מצב, Tình trạng, Státusz, Tilstand, Estat, Egoera, Staða, Katayuan`),
    weak: words(`state_id, Stage, Pipeline stage, Current status, Phase, Workflow status,
      Status reason, Resolution status, Column, List, List name, Board column, Section/Column, Workflow state, Open/Closed,
      進捗, 進捗状況, 対応ステータス, 진행상황, 처리현황`),
  },
  created_at: {
    good: words(`
      Tanggal lapor, Datum nastanka, Created, Created at, Created on, Created time, Created date, Date created, Creation date, Create date, Creation time, Opened,
      Opened at, Opened on, Open date, Opening date, Date opened, Date of creation, sys_created_on, Submitted at, Submitted on,
      Date submitted, Reported at, Reported on, Report date, Ticket created, Ticket created at, Ticket creation date, Issue created,
      Issue date, Request date, Date/time opened, Requested at, Erstellt, Erstellt am, Erstellungsdatum, Erstellungszeit,
      Angelegt am, Eröffnet, Eröffnet am, Eröffnungsdatum, Gemeldet am, Créé, Créé le, Date de création, Date d'ouverture, Ouvert le, Créé à,
      Creado, Creada, Creado el, Fecha de creación, Fecha de apertura, Abierto el, Fecha de alta, Criado, Criado em, Data de criação,
      Data de abertura, Aberto em, Creato, Creato il, Data di creazione, Data di apertura, Data creazione, Data apertura, Aangemaakt,
      Aangemaakt op, Gemaakt op, Aanmaakdatum, Openingsdatum, Utworzono, Data utworzenia, Data otwarcia, Skapad, Oprettet, Opprettet,
      Luotu, Stvoreno, Stvoren, Izrađeno, Izrađen, Datum stvaranja, Skapad datum, Raised, Logged, Gemeld op, Oluşturulma tarihi, Vytvořeno, Datum vytvoření, Létrehozva, Создано, Создан, Дата создания, Дата открытия, Открыто,
      Створено, Дата створення, נוצר, تاريخ الإنشاء, 作成日, 作成日時, 登録日, 登録日時, 起票日, 创建时间, 创建日期, 創建時間, 建立时间, 建立日期, 提交时间, 생성일, 작성일, 등록일,
      Ngày tạo,
      Created time ticket, Created datetime, Created date time, Created timestamp, Create time, Creation datetime,
      Creation timestamp, Created at UTC, Created UTC, Submit date, Submit time, Submission date, Submission time, Creation log,
      Request time, Requested on, Date requested, Reported date, Report time, Opened date, Opened time, Open time,
      Date/time created, Time created, Date added, Raised on, Date raised, Logged at, Logged on, Date logged, Log date,
      Registered at, Erstellt um, Erstellungsdatum und -zeit, Anlagedatum, Erfasst am, Erstelldatum,
      Eingangsdatum, Eingegangen am, Date de soumission, Date de la demande, Date création, Soumis le,
      Date d’ouverture du ticket, Fecha creación, Fecha de solicitud, Fecha de registro, Fecha de ingreso,
      Fecha y hora de creación, Creado a las, Data criação, Data da solicitação, Data de registro, Data e hora de abertura,
      Criado às, Data e ora di creazione, Aperto il, Inserito il, Datum aangemaakt, Aangemeld op, Datum aanmelding, Aanmelddatum, Meldedatum,
      Data zgłoszenia, Data rejestracji, Utworzono dnia, Skapad den, Skapat, Skapades, Registrerad, Oprettet den,
      Opprettet dato, Luontiaika, Luontipäivä, Oluşturma tarihi, Oluşturulma zamanı, Talep tarihi, Açılış tarihi, Vytvořeno dne,
      Datum založení, Vytvorené, Létrehozás dátuma, Létrehozás ideje, Creat la, Data creării, Data deschiderii, Създаден на,
      Създадено, Дата на създаване, Datum kreiranja, Kreirano, Ustvarjeno, Loodud, Sukurta, Izveidots, Ημερομηνία,
      Ημερομηνία δημιουργίας, Δημιουργήθηκε, Время создания, Дата и время создания, Дата регистрации, Дата обращения,
      Дата заявки, Час створення, Дата реєстрації, 创建于, 创建日, 建立時間, 建立日期時間, 建單時間, 提交日期, 提交時間, 开单时间, 工单创建时间, 报告时间, 受付日, 受付日時,
      起票日時, 登録時間, 作成時刻, 問い合わせ日時, 생성일시, 생성 시간, 생성 일자, 등록일시, 작성일시, 접수일, 접수일시, วันที่สร้าง, วันที่แจ้ง, निर्माण तिथि, बनाया गया,
      تاريخ الفتح, وقت الإنشاء, תאריך יצירה, תאריך פתיחה, Ngày mở, Thời gian tạo, Tanggal dibuat, Dibuat pada,
      Date de création du ticket, Angelegt, Izveidošanas datums, Sukūrimo data, Loomise aeg, تاریخ ایجاد,
      Heure de création, Hora de creación, Hora de apertura, Hora de criação, Hora de abertura, Ora di creazione, Ora di apertura, Aanmaaktijd,
      Aangemaakt om, Geopend op, Geopend om, Czas utworzenia, Data i czas utworzenia, Utworzony, Utworzone, Otwarto dnia, Otwarte dnia, Datum otwarcia,
      Data otwarcia zgłoszenia, Geöffnet am, Geöffnet um, Eröffnet um, Eröffnungszeit, Erstellzeit, Erstellungszeitpunkt, Öffnungsdatum,
      Öffnungszeit, Ouvert à, Ouverte le, Abierto a las, Abierta el, Aberto às, Aberta em, Aperto alle, Aperta il, Öppnad den, Öppningsdatum, Åbnet den,
      Åbningsdato, Åpnet dato, Tid for oprettelse, Otevřeno dne, Datum otevření, Otvorené dňa, Megnyitás dátuma, Deschis la, Відкрито о, Отворен на,
      Время открытия, Дата и время открытия, オープン日時, オープン日, 打开日期, 開啟時間,
      opendate, creation_ts, Date entered, Entered on, Meldedatum und -zeit,
      Conversation started at, Conversation started, Date reported, Erfassungsdatum, Data inserimento, Data di inserimento, Data dodania,
      Data przyjęcia, Data wpłynięcia, Oprettelsesdato, Opprettelsesdato, Skapandedatum, Datum přijetí, Oluşturulma, Açılma tarihi,
      Дата поступления, Дата добавления,
      Creat, Creat el, Data de creació, Data d'obertura, Sortze-data, Stofnað, Tarikh dibuat, Dicipta pada, Créée, Créée le, Vytvořen, Oluşturuldu, Kreiran, Създаден, נוצר בתאריך, تم الإنشاء, ایجاد شده, สร้างเมื่อ, Đã tạo,
      Tạo lúc, Dibuat, 已创建, 만든 날짜, Erfasst, Gemaakt,
      Tarikh dicipta, Tarikh, Dicipta, Креирано, Датум креирања`),
    weak: words(`
      Date, Timestamp, Datetime, Message date, Submitted, Date received, Received, Received at, Datum, Fecha, Дата, 日付, 日時, 日期, 时间, 날짜,
      Création, Létrehozás, Δημιουργία, Tanggal, 作成, 创建, 建立, 생성, Geöffnet, Ouvert, Ouverte, Ouverture, Abierto, Abierta, Apertura, Aperto, Aperta, Aberto, Aberta, Abertura, Geopend, Otwarto, Otwarte, Otwarty,
      Otwarcie, Öppnad, Öppnat, Åbnet, Åpnet, Avattu, Açıldı, Açılış, Otevřeno, Otevření, Otvorené, Otvorenie, Megnyitva, Deschis, Deschidere,
      Відкрито, Отворен, Отворено, Otvoreno, Odprto, Avatud, Atvērts, Atidaryta, Άνοιξε, Ανοίχτηκε, Eröffnung, Obert, 打开时间, 開始日時`),
  },
  external_id: {
    good: words(`
      External id, ID, Number, Key, Issue key, Issue number, Ticket ID, Ticket number, Ticket #, Ticket no, Case number, Case ID,
      Incident number, Incident ID, Request ID, Request number, Ticket-ID, Ticketnummer, Vorgangsnummer, Schlüssel,
      Vorgangsschlüssel, Nummer, Numéro, Numéro de ticket, Identifiant, Clé, N° de ticket, Número, Clave, Número de ticket, Nº de ticket, ID de ticket, ID del ticket, Nº do chamado, ID do chamado, Código,
      Número do chamado, Chave, Numero, Chiave, Numero ticket, Numer, Klucz, Номер, Ключ, Номер заявки, 番号, キー, チケット番号, 编号, 工单编号,
      工单号, 번호, Mã,
      N°, Nº, N, Ticket nr, Ticket num, Ticket key, Ticket reference, Task ID, Bug ID,
      Record ID, Record number, Conversation ID, Service record number, SR number, Work item ID,
      Story ID, Item ID, Card ID, Defect ID, Change number, Call number, Job number, Anfrage-ID, Anfragenummer, Fallnummer,
      Meldungsnummer, Störungsnummer, Aufgabennummer, Auftragsnummer, N° ticket, Numéro du ticket, N° de demande,
      Numéro de demande, Référence, Nº ticket, N. ticket, N.º, Número del ticket, Número de caso, Número de incidencia,
      ID de solicitud, Folio, Código del ticket, Protocolo, Número do ticket, Nº do ticket, ID da solicitação,
      Código do chamado, ID ticket, Numero del ticket, Codice ticket, Meldingsnummer, Meldingnummer, Zaaknummer, Numer zgłoszenia,
      Nr zgłoszenia, ID zgłoszenia, Ärendenummer, Ärende-ID, Sagsnummer, Saksnummer, Tapausnumero, Tiketin numero, Tunnus,
      Talep no, Talep numarası, Bilet no, Kayıt no, Číslo, Číslo tiketu, Číslo požadavku, Azonosító, Jegyszám, Sorszám, Număr,
      Număr tichet, ID tichet, Номер на заявка, Номер обращения, Номер инцидента, Номер тикета, Ідентифікатор,
      Номер заявки клієнта, Идентификатор, Broj, Broj tiketa, Številka, Numeris, Numurs, Number of ticket, Αριθμός,
      Αριθμός αιτήματος, Κωδικός, チケットID, チケット番号ID, 管理番号, 受付番号, 問い合わせ番号, 課題キー, 案件番号, 工单ID, 工單編號, 工單號, 編號, 单号, 單號, 票号, 事件编号,
      问题编号, 티켓 번호, 티켓 ID, 접수번호, 문의번호, 이슈 키, 관리번호, หมายเลข, รหัส, หมายเลขตั๋ว, आईडी, टिकट संख्या, संख्या, رقم التذكرة, الرقم,
      معرف, رقم الطلب, מספר, מספר פנייה, מזהה, Mã phiếu, Mã số, Mã yêu cầu, Nomor, Nomor tiket, ID tiket, gid, Identifier, شماره,
      Conversation number, SR#, Ticket code, Story number, お問い合わせ番号, Referentienummer, Call ID,
      Chave do item, Issuesleutel, Sleutel, Ärendenyckel, Nyckel, Sagsnøgle, Nøgle, Saksnøkkel, Nøkkel, Avain, Tapauksen avain, Klíč, Klíč požadavku,
      Kľúč, Kľúč požiadavky, Kulcs, Cheie, Anahtar, Kayıt anahtarı, Ključ, Ключ задачи, Ключ запроса, 问题关键字, 问题键, 키,
      Núm., Nro., Nro, Nro. de ticket, Nro. de caso, Č., Št., Núm. de tiquet, Número de tiquet, Zenbakia, شماره تیکت, Број, Бр.`),
    weak: words('sys_id, Issue id, Reference, Ref, Reference number, Ticket, Case, No, Nr, UUID, GUID'),
  },
  ...PEOPLE_WORDS,
  tags: {
    good: words(`
      Tags, Tag, tags.tags, labels.nodes, Ticket tags, Ticket tag, Tag list, Tag names, Current tags, Issue tags, Labels, Issue labels, Label names, Keywords,
      Schlagwörter, Schlagworte, Stichwörter, Stichworte, Markierungen, Étiquettes, Mots-clés, Mots clés, Libellés, Etiquetas,
      Etiquetas del ticket, Palabras clave, Marcadores, Rótulos, Palavras-chave, Etichette, Parole chiave, Trefwoorden, Etiketten,
      Etykiety, Tagi, Znaczniki, Słowa kluczowe, Taggar, Etiketter, Nyckelord, Nøgleord, Mærker, Nøkkelord, Stikkord, Tunnisteet, Avainsanat,
      Etiketler, Anahtar kelimeler, Štítky, Klíčová slova, Kľúčové slová, Címkék, Kulcsszavak, Etichete, Cuvinte cheie, Етикети, Ключови думи,
      Ετικέτες, Λέξεις κλειδιά, Oznake, Ključne riječi, Sildid, Žymos, Birkas, Теги, Метки, Ярлыки, Ключевые слова, Мітки, Ключові слова, תגיות, תגים, الوسوم,
      العلامات, タグ, ラベル, キーワード, 标签, 標籤, 关键词, 關鍵字, 태그, 라벨, 레이블, 키워드, Thẻ, Nhãn, Từ khóa, แท็ก, ป้ายกำกับ, टैग, लेबल, برچسب‌ها,
      ${numbered('Tag')}, ${numbered('Label')}`),
    weak: words(
      'Label, Keyword, Schlagwort, Štítek, Címke, Etiket, Étiquette, Mot-clé, Etiqueta, Palabra clave, Marcador, Etichetta, Etykieta, Etikett, Метка, Тег',
    ),
  },
};

/** Names of columns with one value each: "Tag 1, Tag 2, …". */
function numbered(name: string): string {
  return Array.from({ length: 11 }, (_, index) => `${name} ${index}`).join(', ');
}

/** All names of columns that are known: the usual ones, then those of desks in the languages of their interfaces. */
export const HEADER_WORDS: Readonly<Record<ImportField, FieldNames>> = Object.assign(
  {},
  ...IMPORT_FIELDS.map((field) => {
    const [usual, desks] = [USUAL_WORDS[field], DESK_HEADER_WORDS[field]];
    return { [field]: { good: [...usual.good, ...desks.good], weak: [...usual.weak, ...desks.weak] } };
  }),
) as Record<ImportField, FieldNames>;

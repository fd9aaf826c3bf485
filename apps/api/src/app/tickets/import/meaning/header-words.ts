import type { ImportField } from './import-field';
import { words } from './words';

/** The names of a field in the exports of other desks: the first fit well, the others only if no column fits well. */
interface FieldNames {
  readonly good: readonly string[];
  readonly weak: readonly string[];
}

/**
 * The names of columns. Sources: the CSV and JSON exports and the API references of ServiceNow (incident table), Jira (issue
 * navigator and data pipeline), GLPI (search results and REST), Zendesk, Freshdesk, Zammad, OTRS and Znuny, osTicket, HubSpot,
 * Redmine, GitHub and GitLab, in the languages of their user interfaces; and the support ticket sets on Kaggle. Spelled for
 * reading: they are compared folded (fold-word.ts).
 */
export const HEADER_WORDS: Readonly<Record<ImportField, FieldNames>> = {
  title: {
    good: words(`
      Title, Summary, Subject, Short description, Issue summary, Issue title, Issue subject, Ticket subject, Ticket title,
      Ticket name, Ticket summary, Case subject, Case title, Incident title, Incident summary, Request title, Request subject,
      Problem summary, Subject line, Betreff, Betreffzeile, Titel, Kurzbeschreibung, Zusammenfassung, Ticket-Titel, Überschrift,
      Objet, Sujet, Titre, Résumé, Intitulé, Description courte, Titre du ticket, Objet du ticket, Asunto, Título, Resumen,
      Descripción breve, Descripción corta, Asunto del ticket, Título del ticket, Assunto, Resumo, Descrição resumida,
      Descrição curta, Título do chamado, Assunto do chamado, Oggetto, Titolo, Riepilogo, Breve descrizione, Descrizione breve,
      Onderwerp, Samenvatting, Korte omschrijving, Korte beschrijving, Temat, Tytuł, Podsumowanie, Ämne, Rubrik, Emne, Otsikko, Konu,
      Başlık, Předmět, Název, Shrnutí, Tárgy, Θέμα, Τίτλος, Тема, Заголовок, Название, Краткое описание, Заголовок заявки,
      Тема заявки, Назва, Резюме, נושא, כותרת, الموضوع, العنوان, 件名, タイトル, 題名, 概要, 要約, 簡単な説明, 标题, 標題, 主题, 主題, 摘要, 简短描述, 工单标题, 제목, 요약,
      Tiêu đề, Chủ đề, Judul, Subjek`),
    weak: words(`
      Name, Headline, Heading, Issue, Problem, Customer complaint, Nombre, Nome, Nom, Bezeichnung, 名称, 名前`),
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
      내용, Mô tả, Nội dung, Deskripsi, Rincian`),
    weak: words(`
      Comment, Comments, Message, Text, Notes, Note, Comments and work notes, Question, Complaint, Steps to reproduce, Kommentar,
      Kommentare, Text des Tickets, Anmerkung, Commentaire, Commentaires, Comentario, Comentarios, Comentário, Comentários, Commento,
      Commenti, Opmerking, Opmerkingen, Комментарий, Комментарии, コメント, 备注, 备注说明`),
  },
  category: {
    good: words(`
      Category, Ticket category, Issue category, Case category, Incident category, Request category, Categories, Kategorie,
      Ticketkategorie, Catégorie, Categoría, Categoria, Categorie, Kategoria, Kategori, Kategória, Luokka, Κατηγορία, Категория,
      Категорія, קטגוריה, الفئة, カテゴリ, カテゴリー, 分類, 类别, 分类, 類別, 카테고리, 분류, Danh mục, Categoría del ticket, Categoria do chamado`),
    weak: words(`
      Issue type, Ticket type, Case type, Request type, Type of issue, Type, Component, Components, Component/s, Topic, Help topic,
      Subject area, Area, Tracker, Queue, Department, Subcategory, Typ, Vorgangstyp, Ticketart, Komponente, Thema, Type de ticket,
      Composant, Tipo, Tipo de ticket, Tipo de incidencia, Tipo de chamado, Componente, Tipologia, Soort, Тип, Тип заявки, 種別, 类型,
      유형`),
  },
  priority: {
    good: words(`
      Priority, Ticket priority, Issue priority, Case priority, Incident priority, Priority name, Prio, Priorität, Ticketpriorität,
      Priorité, Prioridad, Prioridade, Priorità, Prioriteit, Priorytet, Prioritet, Prioriteetti, Öncelik, Priorita, Prioritás,
      Προτεραιότητα, Приоритет, Пріоритет, עדיפות, الأولوية, 優先度, 優先順位, 优先级, 優先級, 우선순위, Độ ưu tiên, Mức ưu tiên, Prioritas`),
    weak: words(`
      Severity, Urgency, Ticket severity, Issue severity, Dringlichkeit, Schweregrad, Urgence, Gravité, Urgencia, Severidad,
      Gravedad, Urgência, Severidade, Urgenza, Gravità, Urgentie, Срочность, 緊急度, 紧急程度`),
  },
  status: {
    good: words(`
      Status, State, Ticket status, Ticket state, Issue status, Issue state, Case status, Incident state, Incident status,
      Request status, Zustand, Ticketstatus, Statut, État, Estado, Estado del ticket, Situação, Estado do chamado, Status do chamado,
      Stato, Staat, Stan, Tila, Durum, Stav, Állapot, Κατάσταση, Статус, Состояние, Стан, סטטוס, الحالة, ステータス, 状態, 状态, 狀態, 상태,
      Trạng thái`),
    weak: words('Stage, Pipeline stage, Current status, Phase, Workflow status'),
  },
  created_at: {
    good: words(`
      Created, Created at, Created on, Created time, Created date, Date created, Creation date, Create date, Creation time, Opened,
      Opened at, Opened on, Open date, Opening date, Date opened, Date of creation, sys_created_on, Submitted at, Submitted on,
      Date submitted, Reported at, Reported on, Report date, Ticket created, Ticket created at, Ticket creation date, Issue created,
      Issue date, Request date, Date/time opened, Requested at, Erstellt, Erstellt am, Erstellungsdatum, Erstellungszeit,
      Angelegt am, Eröffnet, Eröffnet am, Eröffnungsdatum, Gemeldet am, Créé, Créé le, Date de création, Date d'ouverture, Ouvert le,
      Creado, Creada, Creado el, Fecha de creación, Fecha de apertura, Abierto el, Fecha de alta, Criado, Criado em, Data de criação,
      Data de abertura, Aberto em, Creato, Creato il, Data di creazione, Data di apertura, Data creazione, Data apertura, Aangemaakt,
      Aangemaakt op, Gemaakt op, Aanmaakdatum, Openingsdatum, Utworzono, Data utworzenia, Data otwarcia, Skapad, Oprettet, Opprettet,
      Luotu, Oluşturulma tarihi, Vytvořeno, Datum vytvoření, Létrehozva, Создано, Создан, Дата создания, Дата открытия, Открыто,
      Створено, Дата створення, נוצר, تاريخ الإنشاء, 作成日, 作成日時, 登録日, 登録日時, 起票日, 创建时间, 创建日期, 創建時間, 建立时间, 建立日期, 提交时间, 생성일, 작성일, 등록일,
      Ngày tạo`),
    weak: words(`
      Date, Timestamp, Datetime, Submitted, Date received, Received, Received at, Datum, Fecha, Дата, 日付, 日時, 日期, 时间, 날짜`),
  },
  external_id: {
    good: words(`
      External id, ID, Number, Key, Issue key, Issue number, Ticket ID, Ticket number, Ticket #, Ticket no, Case number, Case ID,
      Incident number, Incident ID, Request ID, Request number, Ticket-ID, Ticketnummer, Vorgangsnummer, Schlüssel,
      Vorgangsschlüssel, Nummer, Numéro, Numéro de ticket, Identifiant, Clé, N° de ticket, Número, Clave, Número de ticket, Nº de ticket, ID de ticket, ID del ticket, Nº do chamado, ID do chamado, Código,
      Número do chamado, Chave, Numero, Chiave, Numero ticket, Numer, Klucz, Номер, Ключ, Номер заявки, 番号, キー, チケット番号, 编号, 工单编号,
      工单号, 번호, Mã`),
    weak: words('sys_id, Issue id, Reference, Ref, Reference number, Ticket, No, Nr, UUID, GUID'),
  },
};

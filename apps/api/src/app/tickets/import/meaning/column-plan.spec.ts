import { planColumns } from './column-plan';
import { readImportMap } from './import-map';
import { TicketWrapper } from './titles-elsewhere';

/** The field of each column; `-` for an ignored column. */
const fieldsOf = (names: string[], ...maps: string[]) =>
  planColumns(names, readImportMap(maps)).columns.map(({ field }) => field ?? '-');

describe('planColumns', () => {
  it.each([
    ['values.Incident Number, values.Summary, values.Notes, values.Status', 'external_id, title, description, status'],
    ['id, data.ticket.subject, data.ticket.state, data.author.name', 'external_id, title, status, requester'],
    ['record.Betreff, record.Priorität, record.Angelegt', 'title, priority, created_at'],
  ])('understands the names in an object that it does not know: %s', (names, fields) => {
    expect(fieldsOf(names.split(', ')).join(', ')).toBe(fields);
  });

  it.each([
    ['status, project.title, project.state', 'status, -, -'],
    ['id, user.name, user.status', 'external_id, requester, -'],
    ['a.title, a.status, b.title, b.status', '-, -, -, -'],
  ])('takes no title of another object: %s', (names, fields) => {
    expect(fieldsOf(names.split(', ')).join(', ')).toBe(fields);
  });

  it.each([
    ['Description, Detailed Decription, Status', 'title, description, status'],
    ['values.Description, values.Detailed Decription, values.Status', 'title, description, status'],
    ['ticketid, description, description_longdescription, status', 'external_id, title, description, status'],
    ['Ausführliche Beschreibung, Beschreibung, Status', 'description, title, status'],
    ['Subject, Description, Detailed description', 'title, description, -'],
    ['Description, Comment, Status', 'description, -, status'],
  ])('takes the short one of two descriptions as the title if nothing else is: %s', (names, fields) => {
    expect(fieldsOf(names.split(', ')).join(', ')).toBe(fields);
  });

  it('searches the object around a ticket in few rows, and finds it again in all others', () => {
    const map = readImportMap([]);
    const wrapper = new TicketWrapper();
    const fieldOf = (names: string[]) => planColumns(names, map, wrapper).columns.map(({ field }) => field ?? '-');
    const search = jest.spyOn(wrapper as unknown as { search: () => unknown }, 'search');

    for (let row = 0; row < 200; row++) fieldOf([`a${row}.text`, `a${row}.colour`]);
    expect(search.mock.calls.length).toBeLessThanOrEqual(10);

    const found = new TicketWrapper();
    planColumns(['values.Summary', 'values.Status'], map, found);
    expect(planColumns(['values.Summary', 'x.y'], map, found).positions.title).toEqual([0]);
  });

  it.each([
    ['議題金鑰, 摘要, 議題類型, 指派對象, 報告人', 'external_id, title, category, assignee, requester'],
    ['이슈 키, 요약, 만듦', 'external_id, title, created_at'],
    [
      'TICKETID, DESCRIPTION, DESCRIPTION_LONGDESCRIPTION, REPORTEDPRIORITY',
      'external_id, title, description, priority',
    ],
  ])('understands the columns of Jira and Maximo %s', (names, fields) => {
    expect(fieldsOf(names.split(', ')).join(', ')).toBe(fields);
  });

  it.each(['import_id', 'Legacy ID', 'Old ticket number', 'Ref No', 'External Reference', 'WO number'])(
    'keeps the number of a row in %s',
    (name) => {
      expect(fieldsOf([name, 'Subject'])).toEqual(['external_id', 'title']);
    },
  );

  it.each([
    ['System.Title, Microsoft.VSTS.Common.Priority, System.CreatedDate', 'title, priority, created_at'],
    ['incident.number, incident.short_description, Status__c', 'external_id, title, status'],
    ['Case: Subject, Case: Created Date, Case: Owner, ticket_prio', 'title, created_at, assignee, priority'],
    ['Titel der Anfrage, Statut de la demande, Case Contact Name', 'title, status, requester'],
  ])('understands the qualified names %j', (names, fields) => {
    expect(fieldsOf(names.split(', ')).join(', ')).toBe(fields);
  });

  it.each([
    [
      ['id', 'subject', 'description', 'description_text', 'status'],
      ['external_id', 'title', '-', 'description', 'status'],
    ],
    [
      ['Ticket ID', 'Subject', 'Full name', 'Title', 'Email'],
      ['external_id', 'title', 'requester', '-', 'requester_email'],
    ],
    [
      ['Title', 'Name', 'Email'],
      ['title', '-', 'requester_email'],
    ],
    [
      ['Title', 'Subject', 'Status'],
      ['title', '-', 'status'],
    ],
    [
      ['Meldingnummer', 'Korte omschrijving', 'Aanmelddatum'],
      ['external_id', 'title', 'created_at'],
    ],
    [
      ['Conversation ID', 'Message date', 'Subject', 'Extract'],
      ['external_id', 'created_at', 'title', 'description'],
    ],
    [
      ['id.S', 'title.S', 'body.S', 'priority.N'],
      ['external_id', 'title', 'description', 'priority'],
    ],
    [
      ['id', 'source.subject', 'source.body', 'source.author.name', 'state'],
      ['external_id', 'title', 'description', 'requester', 'status'],
    ],
    [
      ['node.number', 'node.title', 'node.bodyText', 'node.state'],
      ['external_id', 'title', 'description', 'status'],
    ],
    [
      ['ticketnumber', 'title', 'prioritycode', 'statecode', 'statuscode', 'createdon'],
      ['external_id', 'title', 'priority', 'status', '-', 'created_at'],
    ],
    [
      ['#', 'Status', 'Priorität', 'Thema', 'Angelegt', 'Geschlossen'],
      ['external_id', 'status', 'priority', 'title', 'created_at', '-'],
    ],
    [
      ['Tēma', 'Apraksts', 'Prioritāte', 'Statuss'],
      ['title', 'description', 'priority', 'status'],
    ],
    [
      [
        'key',
        'fields.summary',
        'fields.priority.name',
        'fields.priority.id',
        'fields.status.name',
        'fields.assignee.name',
      ],
      ['external_id', 'title', 'priority', '-', 'status', 'assignee'],
    ],
    [
      [
        'number.display_value',
        'short_description.display_value',
        'urgency.note',
        'state.value',
        'helpdesk_ticket.description',
      ],
      ['external_id', 'title', '-', 'status', 'description'],
    ],
    [
      ['Number', 'Opened', 'Short description', 'Caller', 'Priority', 'State', 'Category', 'Assignment group'],
      ['external_id', 'created_at', 'title', 'requester', 'priority', 'status', 'category', 'team'],
    ],
    [
      [
        'Summary',
        'Issue key',
        'Issue id',
        'Issue Type',
        'Status',
        'Project name',
        'Priority',
        'Created',
        'Description',
      ],
      ['title', 'external_id', '-', 'category', 'status', '-', 'priority', 'created_at', 'description'],
    ],
    [
      ['ID', 'Titre', 'Statut', 'Dernière modification', "Date d'ouverture", 'Priorité', 'Catégorie', 'Description'],
      ['external_id', 'title', 'status', '-', 'created_at', 'priority', 'category', 'description'],
    ],
    [
      [
        'Ticket ID',
        'Customer Name',
        'Ticket Type',
        'Ticket Subject',
        'Ticket Description',
        'Ticket Status',
        'Ticket Priority',
      ],
      ['external_id', 'requester', 'category', 'title', 'description', 'status', 'priority'],
    ],
    [
      ['Número', 'Asunto', 'Descripción', 'Categoría', 'Prioridad', 'Estado', 'Fecha de creación'],
      ['external_id', 'title', 'description', 'category', 'priority', 'status', 'created_at'],
    ],
    [
      ['Chamado', 'Assunto', 'Descrição', 'Situação', 'Data de abertura'],
      ['-', 'title', 'description', 'status', 'created_at'],
    ],
    [
      ['番号', '件名', '説明', '優先度', 'ステータス'],
      ['external_id', 'title', 'description', 'priority', 'status'],
    ],
    [
      ['标题', '描述', '优先级', '状态', '创建时间'],
      ['title', 'description', 'priority', 'status', 'created_at'],
    ],
    [
      ['Тема', 'Описание', 'Приоритет', 'Статус'],
      ['title', 'description', 'priority', 'status'],
    ],
    [
      ['City', 'State', 'Status', 'Customer Complaint', 'Ticket #'],
      ['-', '-', 'status', 'title', 'external_id'],
    ],
  ])('understands %j', (names, fields) => {
    expect(fieldsOf(names)).toEqual(fields);
  });

  it.each([
    [
      'title',
      [
        'Thema',
        'Brief description',
        'Card Name',
        'Subiect',
        'Относно',
        'Naslov',
        'หัวข้อ',
        'विषय',
        'u_title',
        'Title (max 80)',
      ],
    ],
    ['title', ['short_desc']],
    ['category', ['Work Item Type']],
    ['description', ['Task Content', 'Symptom', 'Текст заявки']],
    ['created_at', ['opendate', 'Date Entered']],
    ['external_id', ['Conversation Number', 'SR#', 'Ticket code', 'お問い合わせ番号', 'Case']],
    ['description', ['Contents', 'Article', 'Preview', 'Verzoek', 'Card Description', 'u_description', 'Body [HTML]']],
    [
      'created_at',
      ['Created Time (Ticket)', 'Created At (UTC)', 'Submit Date', 'Creation log', 'Created datetime', 'Request time'],
    ],
    [
      'created_at',
      [
        'Erstellt um',
        '创建于',
        '建立時間',
        '생성일시',
        'ΗΜΕΡΟΜΗΝΙΑ',
        'created_at.$date.$numberLong',
        'created._seconds',
      ],
    ],
    [
      'external_id',
      [
        '#',
        ' # ',
        'N°',
        'Talep No',
        'チケットID',
        '工單編號',
        'رقم التذكرة',
        'Nº Ticket',
        'Protocolo',
        'N. Ticket',
        '_id.$oid',
      ],
    ],
    [
      'external_id',
      [
        'Číslo',
        'Azonosító',
        'Ärendenummer',
        'Mã phiếu',
        'Task ID',
        'Bug ID',
        'Conversation ID',
        'Service Record #',
        'Anfrage-ID',
      ],
    ],
    ['priority', ['Prioritaet', '優先順序', 'Priority (1-5)']],
    ['status', ['Status Reason', 'Status （現在）']],
  ])('understands %s in %j', (field, names) => {
    expect(names.map((name) => [name, ...fieldsOf([name])])).toEqual(names.map((name) => [name, field]));
  });

  it.each(['()', 'u_', 'u_u_title', 'Colour (Title)', 'Phone #', '-', '$'])('does not understand %j', (name) => {
    expect(fieldsOf([name])).toEqual(['-']);
  });

  it('prefers the own name, then its spellings, then synonyms, then weak ones, then the first', () => {
    const names = ['Name', 'Subject', 'Summary', 'TITLE', 'title'];

    const best = names.map((_, index) => fieldsOf(names.slice(0, index + 1)).indexOf('title'));
    expect(best).toEqual([0, 1, 1, 3, 4]);
  });

  it('says why a column is used or ignored', () => {
    const { columns } = planColumns(
      ['id', 'Subject', 'Subject', 'Summary', 'x', 'Weather'],
      readImportMap(['description=x']),
    );

    expect(columns.map(({ reason }) => reason)).toEqual([
      'name',
      'synonym',
      'repeated',
      'other_column_used',
      'map',
      'unknown',
    ]);
  });

  it('uses the columns that the caller names, and none on request', () => {
    const names = ['Title', 'Betreff zeile', 'ID', 'Kommentar'];

    expect(fieldsOf(names, 'title=betreffZeile', 'external_id=-', 'description=Title')).toEqual([
      'description',
      'title',
      '-',
      '-',
    ]);
  });

  it('uses a column without letters only if the caller names just that one', () => {
    const names = ['€', '', 'Name', '🙂'];

    expect(fieldsOf(names, 'title=🙂')).toEqual(['-', '-', '-', 'title']);
    expect(fieldsOf(names, 'title=🔥')).toEqual(['-', '-', '-', '-']);
  });
});

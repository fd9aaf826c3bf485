import fc from 'fast-check';
import { respelled } from '../../../../testing/respelled';
import { planColumns } from './column-plan';
import { foldWord, HEADER_WORDS, IMPORT_FIELDS } from '@docket/import-rows';
import { readImportMap } from './import-map';

const NAMES = IMPORT_FIELDS.flatMap((field) =>
  [...HEADER_WORDS[field].good, ...HEADER_WORDS[field].weak].map((name) => ({ field, name })),
);

/** The field of each column, `-` for an ignored one. */
const fieldsOf = (names: string[], ...maps: string[]) =>
  planColumns(names, readImportMap(maps)).columns.map(({ field }) => field ?? '-');

describe('planColumns', () => {
  it.each([
    [
      ['id', 'subject', 'description', 'description_text', 'status'],
      ['external_id', 'title', '-', 'description', 'status'],
    ],
    [
      ['id.S', 'title.S', 'body.S', 'priority.N'],
      ['external_id', 'title', 'description', 'priority'],
    ],
    [
      ['id', 'source.subject', 'source.body', 'source.author.name', 'state'],
      ['external_id', 'title', 'description', '-', 'status'],
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
      ['external_id', 'title', 'priority', '-', 'status', '-'],
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
      ['external_id', 'created_at', 'title', '-', 'priority', 'status', 'category', '-'],
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
      ['external_id', '-', 'category', 'title', 'description', 'status', 'priority'],
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

  it.each(['()', 'u_', 'u_u_title', 'Owner (Title)', 'Phone #', '-', '$'])('does not understand %j', (name) => {
    expect(fieldsOf([name])).toEqual(['-']);
  });

  it('prefers the own name, then its spellings, then synonyms, then weak ones, then the first', () => {
    const names = ['Name', 'Subject', 'Summary', 'TITLE', 'title'];

    const best = names.map((_, index) => fieldsOf(names.slice(0, index + 1)).indexOf('title'));
    expect(best).toEqual([0, 1, 1, 3, 4]);
  });

  it('says why a column is used or ignored', () => {
    const { columns } = planColumns(
      ['id', 'Subject', 'Subject', 'Summary', 'x', 'Caller'],
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

  it('understands every known name in any case, width, padding and punctuation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES).chain((known) => fc.tuple(fc.constant(known), respelled(known.name))),
        ([{ field }, spelling]) => fieldsOf([spelling])[0] === field,
      ),
      { seed: 10 },
    );
  });

  it('gives no field to another name, and none twice', () => {
    const known = new Set([...NAMES.map(({ name }) => name), ...IMPORT_FIELDS].map(foldWord));
    const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...NAMES.map((one) => one.name)));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const fields = fieldsOf(names);
        const used = fields.filter((field) => field !== '-');
        return (
          used.length === new Set(used).size && names.every((one, at) => known.has(foldWord(one)) || fields[at] === '-')
        );
      }),
      { seed: 10 },
    );
  });

  it('has one field for each name', () => {
    const fields = new Map<string, string>();
    for (const { field, name } of NAMES) {
      expect([name, fields.get(foldWord(name)) ?? field]).toEqual([name, field]);
      fields.set(foldWord(name), field);
    }
  });
});

import { planColumns } from './column-plan';
import { readImportMap } from './import-map';

/** The field of each column; `-` for an ignored column. */
const fieldsOf = (names: string[], ...maps: string[]) =>
  planColumns(names, readImportMap(maps)).columns.map(({ field }) => field ?? '-');

describe('planColumns', () => {
  it.each([
    [['Requester', 'Requester email', 'Requester id', 'Tags'], 'requester requester_email - tags'],
    [['Reporter', 'Assignee', 'Labels'], 'requester assignee tags'],
    [['caller_id', 'opened_by', 'sys_tags'], 'requester - -'],
    [['Demandeur - Demandeur', 'Attribué à - Technicien', 'Groupe'], 'requester assignee team'],
    [['assigned_to', 'assignment_group', 'assignee_id', 'team_id'], 'assignee team - -'],
    [['Bearbeiter', 'Gruppe', 'Asignado a'], 'assignee team -'],
    [['fields.assignee.displayName', 'team.name', 'assignee.id'], 'assignee team -'],
    [['Full name', 'Title', 'Email', 'Contact ID', 'Tags'], 'requester - requester_email - tags'],
    [['Solicitante', 'Correo electrónico', 'Etiquetas'], 'requester requester_email tags'],
    [['Requerente', 'E-mail', 'Marcadores'], 'requester requester_email tags'],
    [['Antragsteller', 'E-Mail-Adresse', 'Schlagwörter'], 'requester requester_email tags'],
    [['Demandeur', 'Adresse e-mail', 'Étiquettes'], 'requester requester_email tags'],
    [['Zákazník', 'Přiděleno', 'Tým'], 'requester assignee team'],
    [['Ügyfél', 'Felelős személy', 'Csoport'], 'requester assignee team'],
    [['לקוח', 'מטפל', 'צוות'], 'requester assignee team'],
    [['العميل', 'المسؤول', 'الفريق'], 'requester assignee team'],
    [['Khách hàng', 'Người phụ trách', 'Nhóm'], 'requester assignee team'],
    [['Pelanggan', 'Petugas', 'Prašytojas'], '- assignee requester'],
    [['Klientas', 'Atsakingas', 'Grupė'], 'requester assignee team'],
    [['Rekvirent', 'Vastutaja', 'Rühm'], 'requester assignee team'],
    [['申請人', '承辦人', '群組'], 'requester assignee team'],
    [['requester.id', 'requester.name', 'requester.email', 'tags'], '- requester requester_email tags'],
    [
      ['fields.reporter.displayName', 'fields.reporter.emailAddress', 'fields.labels'],
      'requester requester_email tags',
    ],
    [['System.Tags', 'customer.email', 'customer.name'], 'tags requester_email requester'],
  ])('understands people and tags: %j', (names, fields) => {
    expect(fieldsOf(['Subject', ...names]).join(' ')).toBe(`title ${fields}`);
  });

  it('uses all columns with tags that have the same name, also with numbers, up to 50', () => {
    const planOf = (...names: string[]) => planColumns(names, readImportMap([]));

    expect(planOf('Labels', 'Summary', 'Labels', 'Keywords', 'labels').tagPositions).toEqual([0, 2, 4]);
    expect(planOf('tag_1', 'subject', 'tag_2', 'tag_10').tagPositions).toEqual([0, 2, 3]);
    expect(planOf('Summary', 'Labels').tagPositions).toEqual([1]);
    expect(planOf('Summary').tagPositions).toEqual([]);
    expect(planOf(...Array<string>(51).fill('Labels')).tagPositions).toHaveLength(50);
    expect(fieldsOf(['Labels', 'Summary', 'Labels', 'Keywords'])).toEqual(['tags', 'title', 'tags', '-']);
    expect(fieldsOf(['Tag 1', 'Tag 2', 'Tag 3'], 'title=Tag 2')).toEqual(['tags', 'title', 'tags']);
  });
});

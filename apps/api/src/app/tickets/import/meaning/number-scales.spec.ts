import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';
import { findNumberScale } from './number-scales';

it.each([
  ['Active', 'in_progress'],
  ['Committed', 'in_progress'],
  ['Proposed', 'open'],
  ['Approved', 'open'],
  ['Resolved', 'resolved'],
  ['Closed', 'closed'],
])('reads the state %s of Azure DevOps as %s', (word, label) => {
  const scale = findNumberScale(['ID', 'Work Item Type', 'Title', 'State']);

  expect(new LabelReader(readImportMap([]), scale).read('status', word)?.label).toBe(label);
});

it.each([
  ['status', 'INPROG', 'in_progress'],
  ['status', 'SLAHOLD', 'in_progress'],
  ['status', 'WAPPR', 'open'],
  ['status', 'COMP', 'resolved'],
  ['status', 'CAN', 'closed'],
  ['priority', '1', 'critical'],
  ['priority', '4', 'low'],
] as const)('reads the %s %s of IBM Maximo as %s', (property, word, label) => {
  const scale = findNumberScale(['TICKETID', 'DESCRIPTION', 'STATUS', 'REPORTEDPRIORITY']);

  expect(new LabelReader(readImportMap([]), scale).read(property, word)?.label).toBe(label);
});

it('reads an active ticket of another desk as an open one', () => {
  const scale = findNumberScale(['ID', 'Title', 'State']);

  expect(new LabelReader(readImportMap([]), scale).read('status', 'Active')?.label).toBe('open');
});

it.each([
  ['ID', 'Title', 'Status', 'Priority', 'Requester - Requester'],
  ['ID', 'Titre', 'Statut', 'Priorité', 'Demandeur - Demandeur'],
  ['ID', 'Название', 'Статус', 'Приоритет', 'Инициатор запроса - Инициатор запроса'],
  ['ID', 'Titel', 'Status', 'Priorität', 'Zugewiesen an - Techniker'],
])('reads the highest priority of GLPI as critical, by the columns of its interface: %s %s %s %s %s', (...columns) => {
  const reader = new LabelReader(readImportMap([]), findNumberScale(columns));

  expect(
    ['Major', 'Majeure', 'Mayor', 'Very high', 'High'].map((word) => reader.read('priority', word)?.label),
  ).toEqual(['critical', 'critical', 'critical', 'critical', 'high']);
});

it.each([
  ['ID', 'Title', 'Priority', 'Requester - Name'],
  ['ID', 'Title', 'Priority', ' - '],
])('reads the major priority of another desk as a high one: %s %s %s %s', (...columns) => {
  const reader = new LabelReader(readImportMap([]), findNumberScale(columns));

  expect(reader.read('priority', 'Major')?.label).toBe('high');
});

import { composedName } from '#import-rows/columns/composed-names';
import { withoutEntities } from '#import-rows/columns/entities';
import { foldWord } from '#import-rows/columns/fold-word';
import { HEADER_WORDS } from '#import-rows/columns/header-words';
import { IMPORT_FIELDS, type ImportField } from '#import-rows/columns/import-field';

/** How well the name of a column fits a field: the lower, the better. */
export const FITS = { plainText: -1, exactName: 0, foldedName: 1, good: 2, composed: 3, weak: 4 } as const;
type Fit = (typeof FITS)[keyof typeof FITS];

/** The field that the name of a column fits, and how well. */
export interface ColumnFit {
  readonly field: ImportField;
  readonly fit: Fit;
}

/** The names that this API gives a field. */
const OWN_NAMES: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  external_id: ['external_id', 'id'],
  requester: ['requester', 'requester.name'],
  requester_email: ['requester_email', 'requester.email'],
  assignee: ['assignee', 'assignee.name'],
  team: ['team', 'team.name'],
};

/**
 * What Freshdesk and Freshservice call the text of a `description`, which is HTML, and the words for a `status` and a `priority`, which
 * are numbers of which an account may have its own.
 */
const PLAIN_NAMES: ReadonlyMap<string, ImportField> = new Map([
  ['description_text', 'description'],
  ['status_name', 'status'],
  ['priority_name', 'priority'],
]);

/** What TOPdesk calls a description. As the name of a column, "Request" may be the number of one. */
const REQUEST = 'request';

/** Names that say nothing about a ticket, although a synonym is like them: `_type` is `_doc` in Elasticsearch. */
const NO_FIELDS = ['_type'];

/** Names that differ from that of another field only by accents: Basque for "type", and Vietnamese for "description", Mô tả. */
const UNACCENTED: ReadonlyMap<string, ColumnFit> = new Map([['mota', { field: 'category', fit: FITS.weak }]]);

/** Longer names have no synonym. Folding them would only cost time. */
const NAME_MAX_LENGTH = 100;

/**
 * Objects around the fields of a ticket, in the JSON of Jira, JSON:API, Zendesk, Freshdesk, Elasticsearch, GraphQL, HubSpot, CouchDB,
 * n8n and Intercom, before columns of SQL, ServiceNow and Azure DevOps, and values inside a field, also as DynamoDB writes them.
 */
const WRAPPERS = [
  'fields',
  'attributes',
  'ticket',
  'issue',
  'helpdesk_ticket',
  'ticket_attributes',
  '_source',
  'node',
  'properties',
  'doc',
  'json',
  'source',
  'tickets',
  'issues',
  'incident',
  'case',
  'System',
  'Microsoft',
  'VSTS',
  'TCM',
  'Common',
];
const VALUES = [
  'name',
  'value',
  'label',
  'display_value',
  '$date',
  '$oid',
  '$numberLong',
  'seconds',
  '_seconds',
  'S',
  'N',
];

/** What ServiceNow puts before the names of own columns, and Salesforce behind them. */
const CUSTOM = /^u_|__c$/g;
/** What exports put behind names: "Created at (UTC)", "Title [max 80]". */
const REMARK = /^([^([{（]+)[([{（][^)\]}）]*[)\]}）]\s*$/u;
/** A role and its kind, as GLPI writes them. */
const ACTOR = /^([^-\u2013]+?) [-\u2013] ([^-\u2013]+)$/;
const KNOWN_NAMES = knownNames();

/** The field that the name of a column fits; undefined if none. */
export function fitOf(name: string): ColumnFit | undefined {
  const plainField = name.length > NAME_MAX_LENGTH ? undefined : PLAIN_NAMES.get(plainName(name));
  if (plainField) return { field: plainField, fit: FITS.plainText };
  const exact = IMPORT_FIELDS.find((field) => ownNames(field).includes(name));
  if (exact) return { field: exact, fit: FITS.exactName };
  if (name.length > NAME_MAX_LENGTH || NO_FIELDS.includes(name)) return undefined;
  if (name === REQUEST) return { field: 'description', fit: FITS.weak };
  const unaccented = UNACCENTED.get(name.trim().toLowerCase());
  if (unaccented) return unaccented;
  const plain = plainName(withoutEntities(name));
  const bare = plain.replace(CUSTOM, '');
  const [, unremarked] = REMARK.exec(bare) ?? [];
  return (
    knownName(bare) ?? knownName(unremarked) ?? fitOfActor(bare) ?? fitOfComposed(bare) ?? fitOfComposed(unremarked)
  );
}

/** What GLPI calls the people of a ticket: "Anfragesteller - Anfragesteller", "Zugewiesen - Techniker", "Zugewiesen - Technikergruppe". */
function fitOfActor(name: string): ColumnFit | undefined {
  const [, role, kind] = ACTOR.exec(name) ?? [];
  const [first, second] = [knownName(role)?.field, knownName(kind)?.field];
  if (first === 'requester' && second === 'requester') return { field: 'requester', fit: FITS.good };
  if (first !== 'assignee' || (second !== 'assignee' && second !== 'team')) return undefined;
  return { field: second, fit: FITS.good };
}

function fitOfComposed(name: string | undefined): ColumnFit | undefined {
  const found = name === undefined ? undefined : composedName(keyOf(name), goodField);
  return found && { field: found.field, fit: found.isClear ? FITS.composed : FITS.weak };
}

/** Only names that are good on their own: a "Request message" may be that of a person. */
function goodField(key: string): ImportField | undefined {
  const known = KNOWN_NAMES.get(key);
  return known && known.fit <= FITS.good ? known.field : undefined;
}

/** A name is compared folded, with "number" for "#". */
function keyOf(name: string): string {
  return foldWord(name.replaceAll('#', 'number'));
}

function knownName(name: string | undefined): ColumnFit | undefined {
  return name === undefined ? undefined : KNOWN_NAMES.get(keyOf(name));
}

/** The name of a field in nested JSON: `fields.priority.name` is the priority. Other names are unchanged. */
function plainName(name: string): string {
  const names = name.split('.');
  while (names.length > 1 && WRAPPERS.includes(names[0] ?? '')) names.shift();
  while (names.length > 1 && VALUES.includes(names.at(-1) ?? '')) names.pop();
  return names.length === 1 ? (names[0] ?? '') : name;
}

function ownNames(field: ImportField): readonly string[] {
  return OWN_NAMES[field] ?? [field];
}

function knownNames(): ReadonlyMap<string, ColumnFit> {
  const known = new Map<string, ColumnFit>();
  const add = (field: ImportField, names: readonly string[], fit: Fit) => {
    for (const name of names) if (!known.has(keyOf(name))) known.set(keyOf(name), { field, fit });
  };
  for (const field of IMPORT_FIELDS) add(field, ownNames(field), FITS.foldedName);
  for (const field of IMPORT_FIELDS) add(field, HEADER_WORDS[field].good, FITS.good);
  for (const field of IMPORT_FIELDS) add(field, HEADER_WORDS[field].weak, FITS.weak);
  return known;
}

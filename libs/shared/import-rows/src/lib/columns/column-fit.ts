import { composedName } from '#import-rows/columns/composed-names';
import { withoutEntities } from '#import-rows/columns/entities';
import { foldWord } from '#import-rows/columns/fold-word';
import { HEADER_WORDS } from '#import-rows/columns/header-words';
import { IMPORT_FIELDS, type ImportField } from '#import-rows/columns/import-field';

/** Quality of the match between a column name and a field: lower is better. */
export const FITS = { plainText: -1, exactName: 0, foldedName: 1, good: 2, composed: 3, weak: 4 } as const;
type Fit = (typeof FITS)[keyof typeof FITS];

/** The field that a column name matches, and the quality of the match. */
export interface ColumnFit {
  readonly field: ImportField;
  readonly fit: Fit;
}

/** Names of fields in this API. Fields that are missing here have only their own name. */
const OWN_NAMES: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  external_id: ['external_id', 'id'],
  requester: ['requester', 'requester.name'],
  requester_email: ['requester_email', 'requester.email'],
  assignee: ['assignee', 'assignee.name'],
  team: ['team', 'team.name'],
};

/** Names of words next to numbers: `status_name` in Freshdesk, `status_extra_info` in Taiga, `status_display` in Django. */
const OF_WORDS = ['_name', 'Name', '_label', 'Label', '_text', 'Text', '_display', '_extra_info'];

/**
 * Members that are preferred to their siblings: the plain text of a description, which is HTML in Freshdesk, and the word of a value whose number
 * differs between accounts.
 */
const PLAIN_NAMES: ReadonlyMap<string, ImportField> = new Map([
  ['description_text', 'description'],
  ...OF_WORDS.flatMap((end): [string, ImportField][] => [
    [`status${end}`, 'status'],
    [`state${end}`, 'status'],
    [`priority${end}`, 'priority'],
  ]),
]);

/** The description in TOPdesk. As the name of a column, "Request" may be the number of a request. */
const REQUEST = 'request';

/** Names that fit a synonym but say nothing about a ticket: `_type` is `_doc` in Elasticsearch. */
const NO_FIELDS = ['_type'];

/** Names that differ from those of another field only by accents: Basque "mota" (type) and Vietnamese "mô tả" (description). */
const UNACCENTED: ReadonlyMap<string, ColumnFit> = new Map([['mota', { field: 'category', fit: FITS.weak }]]);

/** Maximum length of a name. Longer names have no synonym, and folding them would only cost time. */
const NAME_MAX_LENGTH = 100;

/**
 * Path segments around the fields of a ticket. The first list has objects in the JSON of Jira, JSON:API, Zendesk, Freshdesk, Elasticsearch,
 * GraphQL, HubSpot, CouchDB, n8n and Intercom, and prefixes of columns in SQL, ServiceNow and Azure DevOps. The second list has values
 * inside a field, also in the notations of DynamoDB and Firestore, and a text in its forms, as in Phabricator and OpenProject.
 */
const WRAPPERS = [
  'fields',
  '_links',
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
  'stringValue',
  'integerValue',
  'doubleValue',
  'timestampValue',
  'raw',
  'plain',
  'plain_text',
  'text',
  'markdown',
  'content',
  'rendered',
  'html',
];
/** Properties whose words are titles of objects in HAL: `_links.status.title` is the status. */
const TITLED = ['status', 'state', 'priority', 'type', 'category'];

/** Markers of custom columns: the prefix of ServiceNow and the suffix of Salesforce. */
const CUSTOM = /^u_|__c$/g;
/** Remarks of exports after a name: "Created at (UTC)", "Title [max 80]". */
const REMARK = /^([^([{（]+)[([{（][^)\]}）]*[)\]}）]\s*$/u;
/** A role and its kind in GLPI, separated by a dash. */
const ACTOR = /^([^-\u2013]+?) [-\u2013] ([^-\u2013]+)$/;
const KNOWN_NAMES = knownNames();

/** The best fit of a column name; undefined if no field matches. */
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

/**
 * Matches GLPI's names for the people of a ticket: "Anfragesteller - Anfragesteller", "Zugewiesen - Techniker", "Zugewiesen -
 * Technikergruppe".
 */
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

/** The field of a name that fits well on its own. Weak names are too vague in a composed name: a "Request message" may be a person's. */
function goodField(key: string): ImportField | undefined {
  const known = KNOWN_NAMES.get(key);
  return known && known.fit <= FITS.good ? known.field : undefined;
}

/** Folds a name for comparison, with "number" for "#". */
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
  if (names.length === 2 && names[1] === 'title' && TITLED.includes(names[0] ?? '')) names.pop();
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
  // In the lists of OTRS and Znuny, "Number" only counts the rows, and "Ticket#" is the number of the ticket.
  const ofTickets = HEADER_WORDS.external_id.good.filter((name) => keyOf(name).includes('ticket'));
  add('external_id', ofTickets, FITS.foldedName);
  for (const field of IMPORT_FIELDS) add(field, HEADER_WORDS[field].good, FITS.good);
  for (const field of IMPORT_FIELDS) add(field, HEADER_WORDS[field].weak, FITS.weak);
  return known;
}

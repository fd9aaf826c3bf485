import type { PropertyValue } from '@docket/domain';
import { foldWord } from '@docket/import-rows';

/** The labels that a product's numbers stand for, and the columns by which its files are recognised. */
export interface NumberScale {
  readonly product: string;
  readonly columns: readonly string[];
  /** Whether the product names columns of people "Requester - Requester", in any language. */
  readonly doublesNames?: true;
  readonly priority: Readonly<Record<string, PropertyValue<'priority'>>>;
  readonly status: Readonly<Record<string, PropertyValue<'status'>>>;
}

/**
 * The numbered labels of products. A bare number is a label only in a file of such a product: 1 is the most urgent priority of ServiceNow
 * and the least urgent one of Freshdesk and GLPI. Sources: ServiceNow, table incident (priority, state); the API references of GLPI
 * (Ticket), Freshdesk (View a ticket), Dynamics 365 (incident), Zammad (ticket states and priorities), HubSpot (Support Pipeline), Azure
 * DevOps (Microsoft.VSTS.Common.Priority, workflow states of Agile, Scrum and CMMI), Intercom (Conversation), IBM Maximo (synonym domains
 * SRSTATUS and WOSTATUS, TICKETPRIORITY) and Linear (Issue).
 */
const NUMBER_SCALES: readonly NumberScale[] = [
  {
    product: 'ServiceNow',
    columns: ['short_description', 'sys_id', 'sys_created_on', 'sys_class_name', 'cmdb_ci', 'assignment_group'],
    priority: { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low', 5: 'low' },
    status: { 1: 'open', 2: 'in_progress', 3: 'in_progress', 6: 'resolved', 7: 'closed', 8: 'closed' },
  },
  {
    product: 'GLPI', // its "major" is above its "very high"; in other products, "major" is a high priority
    columns: [
      'itilcategories_id',
      'date_mod',
      'entities_id',
      'users_id_recipient',
      'requesttypes_id',
      'Assigned to - Technician',
      'Attribué à - Technicien',
      'Asignado a - Técnico',
      'Zugewiesen an - Techniker',
      'Zugewiesen - Techniker',
      'Assegnato a - Tecnico',
      'Atribuído - Técnico',
      'Toegewezen aan - Technicus',
    ],
    doublesNames: true,
    priority: {
      ...{ 1: 'low', 2: 'low', 3: 'medium', 4: 'high', 5: 'critical', 6: 'critical' },
      ...{ major: 'critical', majeure: 'critical', mayor: 'critical', maior: 'critical', maggiore: 'critical' },
    },
    status: { 1: 'open', 2: 'in_progress', 3: 'in_progress', 4: 'in_progress', 5: 'resolved', 6: 'closed' },
  },
  {
    product: 'Freshdesk',
    columns: ['fr_escalated', 'fr_due_by', 'email_config_id', 'is_escalated', 'fwd_emails', 'reply_cc_emails'],
    priority: { 1: 'low', 2: 'medium', 3: 'high', 4: 'critical' },
    status: { 2: 'open', 3: 'in_progress', 4: 'resolved', 5: 'closed' },
  },
  {
    product: 'Dynamics 365',
    columns: ['prioritycode', 'statecode', 'caseorigincode'],
    priority: { 1: 'high', 2: 'medium', 3: 'low' },
    status: { 0: 'open', 1: 'resolved', 2: 'closed' },
  },
  {
    product: 'Zammad',
    columns: ['create_article_type_id', 'article_count', 'first_response_escalation_at', 'last_contact_agent_at'],
    priority: { 1: 'low', 2: 'medium', 3: 'high' },
    status: { 1: 'open', 2: 'open', 3: 'in_progress', 4: 'closed', 5: 'closed', 6: 'closed', 7: 'in_progress' },
  },
  {
    product: 'HubSpot',
    columns: ['hs_pipeline_stage', 'properties.hs_pipeline_stage'],
    priority: {},
    status: { 1: 'open', 2: 'in_progress', 3: 'in_progress', 4: 'closed' },
  },
  {
    product: 'Azure DevOps', // the states of its processes; in other products, an active ticket may be new
    columns: ['Work Item Type', 'System.WorkItemType', 'fields.System.WorkItemType', 'Area Path', 'Iteration Path'],
    priority: { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low' },
    status: { active: 'in_progress', committed: 'in_progress', proposed: 'open', approved: 'open' },
  },
  {
    product: 'Intercom', // its priorities are words; in other products, "priority" is not a priority
    columns: ['waiting_since', 'snoozed_until', 'source.delivered_as', 'admin_assignee_id'],
    priority: { priority: 'high', notpriority: 'medium' },
    status: {},
  },
  {
    product: 'IBM Maximo',
    columns: ['description_longdescription', 'reportedpriority', 'internalpriority', 'wopriority', 'calcpriority'],
    priority: { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low' },
    status: {
      ...{ wappr: 'open', appr: 'open', inprog: 'in_progress', inprg: 'in_progress', slahold: 'in_progress' },
      ...{ wmatl: 'in_progress', wsch: 'in_progress', wpcond: 'in_progress', comp: 'resolved' },
      ...{ can: 'closed', histedit: 'closed' },
    },
  },
  {
    product: 'Linear',
    columns: ['priorityLabel'],
    priority: { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low' },
    status: {},
  },
];

/** The number scale of the product whose columns a file has; undefined if no product matches, or several. */
export function findNumberScale(names: Iterable<string>): NumberScale | undefined {
  const all = [...names];
  const folded = new Set(all.map(foldWord));
  const [scale, ...others] = NUMBER_SCALES.filter(
    ({ columns, doublesNames }) =>
      columns.some((name) => folded.has(foldWord(name))) || (doublesNames && all.some(isDoubled)),
  );
  return others.length ? undefined : scale;
}

function isDoubled(name: string): boolean {
  const [group = '', field, ...others] = name.split(' - ');
  return field !== undefined && others.length === 0 && foldWord(group) !== '' && foldWord(group) === foldWord(field);
}

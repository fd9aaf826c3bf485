import type { ImportField } from '@docket/web/tickets/data/imports';

interface FieldText {
  readonly name: string;
  /** Effect if no column holds the field. */
  readonly without: string;
}

/** Texts for the fields of a ticket, in the order of the page. */
export const FIELD_TEXTS: Readonly<Record<ImportField, FieldText>> = {
  title: { name: 'Title', without: '' },
  description: { name: 'Description', without: 'The title is used' },
  category: { name: 'Category', without: 'All get the same' },
  priority: { name: 'Priority', without: 'All get the same' },
  status: { name: 'Status', without: 'All are open' },
  created_at: { name: 'Filed', without: 'The time of the import is used' },
  requester: { name: 'Requester', without: 'Nobody, or the email address alone' },
  requester_email: { name: 'Requester email', without: 'The address next to the name, if there is one' },
  assignee: { name: 'Assignee', without: 'Nobody' },
  team: { name: 'Team', without: 'No team' },
  tags: { name: 'Tags', without: 'Tickets have none' },
  external_id: { name: 'Number', without: 'Importing twice stores tickets twice' },
};

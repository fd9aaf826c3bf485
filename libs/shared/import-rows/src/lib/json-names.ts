import { words } from '#import-rows/columns/words';

const names = (text: string): ReadonlySet<string> => new Set(words(text));

/** Names of arrays of objects that accompany the records in exports, in lower case. */
export const NO_RECORDS = names(`
  attachments, columns, comments, custom_fields, fields, groups, organizations, users, actions, checklists, components, customfields,
  errors, failures, facets, notes, replies, history, histories, events, watchers, followers, articles, journals, changelog, worklogs,
  activities, audits, collaborators, participants, assignees, subtasks, filters, header, headers, cols, column_names, columnnames, included, labels, links, lists, members,
  memberships, meta, parameters, plugindata, powerups, schema, tags, warnings`);

/** Names of arrays that hold the records, in lower case. An object in which one of them is empty has no records. */
export const RECORDS = names(
  'tickets, issues, records, results, result, data, items, rows, values, value, hits, nodes, edges, incidents, cards',
);

/** Names of arrays that name the columns of records that are lists, in lower case. */
export const COLUMNS = names('columns, cols, fields, headers, header, column_names, columnnames, schema');

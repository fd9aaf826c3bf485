/** Names of the text of an article, a comment or a message: OTRS and Znuny, Zammad, Jira, Front. */
const TEXTS = ['Body', 'body', 'body_text', 'plain_text', 'text', 'content', 'message', 'note'];

/** The text of the first of the articles or messages of a ticket, which is what the requester wrote. Undefined for any other value. */
export function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  if (typeof first !== 'object' || first === null) return undefined;
  const members = first as Readonly<Record<string, unknown>>;
  const text = TEXTS.map((name) => members[name]).find((one) => typeof one === 'string');
  return typeof text === 'string' ? text : undefined;
}

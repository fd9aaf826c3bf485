import { type QueryCompletion, type QueryKey, formatValue, isPropertyKey, nameKey } from '@docket/ticket-query';
import { PROPERTY_VALUES, type PropertyName, type PropertyValue, toTag } from '@docket/domain';
import { valueText } from '@docket/web/tickets/ui';

/** A completion at the caret, in the list of the query box. */
export interface QueryOption {
  /** The text to insert. */
  readonly text: string;
  readonly hint?: string;
}

export interface KnownRequester {
  readonly email: string;
  readonly name?: string;
}

/** Names from the API, by key. */
export interface KnownNames {
  readonly assignee: readonly string[];
  readonly team: readonly string[];
  readonly tag: readonly string[];
  readonly requester: readonly KnownRequester[];
  /** The last typed texts for which the API has responded. */
  readonly answered: { readonly tag?: string; readonly requester?: string };
}

/** Maximum number of options in the list. Typing narrows it. */
const SHOWN_MAX = 8;

const DAY_MS = 86_400_000;

const KEY_HINTS: Readonly<Record<Exclude<QueryKey, PropertyName>, string>> = {
  assignee: 'me, none or a name',
  tag: 'a tag',
  team: 'none or a name',
  requester: 'an email address or a name',
  created: 'a day, month or year, >=day or day..day',
};

/** Options of a completion: words of the language, then names that start with the typed text, then names that contain it. */
export function queryOptions(completion: QueryCompletion, names: KnownNames, now: Date): QueryOption[] {
  const { key, typed, options } = completion;
  if (!key) return options.map((text) => ({ text, hint: hintOfKey(text.slice(0, -1) as QueryKey) }));
  if (key === 'created') return dayOptions(now).filter(({ text }) => text.startsWith(typed));
  const words = options.map((text) => ({ text, hint: hintOf(key, text) }));
  return [...words, ...namesAt(key, typed, names)].slice(0, SHOWN_MAX);
}

function hintOfKey(key: QueryKey): string {
  return isPropertyKey(key) ? PROPERTY_VALUES[key].join(', ') : KEY_HINTS[key];
}

/** Message if no tag or requester matches; undefined before the API has responded. */
export function nothingFound({ key, typed }: QueryCompletion, { answered }: KnownNames): string | undefined {
  if (!typed.trim()) return undefined;
  if (key === 'tag' && answered.tag === toTag(typed)) return `No recent tag begins with “${typed}”`;
  if (key === 'requester' && answered.requester === typed) return `No requester’s address or name contains “${typed}”`;
  return undefined;
}

/**
 * The only option that begins with the typed text, at any of the words of a name; undefined if there are several, or if the text is a name
 * already. Undefined before the API has responded: one more name may begin like this.
 */
export function onlyOption({ key, typed, options }: QueryCompletion, names: KnownNames): QueryOption | undefined {
  if (key !== 'assignee' && key !== 'team' && key !== 'tag') return undefined;
  const isKnown = key === 'tag' ? names.answered.tag === toTag(typed) : names[key].length > 0;
  const wanted = wordsIn(typed);
  if (!isKnown || !wanted.trim()) return undefined;
  const all = [...options, ...names[key]];
  if (all.some((name) => nameKey(name) === nameKey(typed))) return undefined;
  const [only, ...others] = all.filter((name) =>
    // Tags are requested by their beginning.
    key === 'tag' ? name.startsWith(toTag(typed)) : wordsIn(name).includes(wanted),
  );
  if (!only || others.length > 0) return undefined;
  return { text: options.includes(only) ? only : formatValue(key, { kind: 'text', text: only }) };
}

/** The words of a text, with a space in front of each. */
function wordsIn(text: string): string {
  return ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')}`;
}

function namesAt(key: QueryKey, typed: string, names: KnownNames): QueryOption[] {
  const wanted = typed.toLowerCase();
  const rank = (name: string) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return knownAt(key, names)
    .filter(({ text, hint = '' }) => text.toLowerCase().includes(wanted) || hint.toLowerCase().includes(wanted))
    .sort((one, other) => rank(one.text) - rank(other.text))
    .map(({ text, hint }) => ({ text: formatValue(key, { kind: 'text', text }), ...(hint && { hint }) }));
}

function knownAt(key: QueryKey, names: KnownNames): readonly QueryOption[] {
  if (isPropertyKey(key) || key === 'created') return [];
  if (key === 'requester') return names.requester.map(({ email, name }) => ({ text: email, hint: name }));
  return names[key].map((text) => ({ text }));
}

function hintOf(key: QueryKey, word: string): string | undefined {
  if (isPropertyKey(key)) return valueText(key, word as PropertyValue<typeof key>);
  if (word === 'me') return 'Your tickets';
  return key === 'team' ? 'No team' : 'Nobody’s tickets';
}

function dayOptions(now: Date): QueryOption[] {
  const day = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  return [
    { text: day(0), hint: 'Today' },
    { text: day(1), hint: 'Yesterday' },
    { text: `>=${day(6)}`, hint: 'The last 7 days' },
    { text: `>=${day(29)}`, hint: 'The last 30 days' },
    { text: day(0).slice(0, 7), hint: 'This month' },
    { text: day(0).slice(0, 4), hint: 'This year' },
  ];
}

import type { TimelineActor } from '@docket/web/conversation/data';
import { PROPERTY_VALUES, type PropertyName, oneOf } from '@docket/domain';
import { propertyName, valueText } from '@docket/web/tickets/ui';
import type { FieldChange } from './timeline-items';

/** A part of a line about changes: "set priority High → Critical", "added tags mfa and payroll". */
export interface Phrase {
  readonly field: string;
  readonly verb: string;
  readonly name: string;
  readonly values: readonly string[];
  /** Separator of the values: → for successive values. */
  readonly between: '→' | 'and';
}

/** Describes a change in one or two phrases. */
export function phrasesOf({ field, values }: FieldChange, actor: TimelineActor): readonly Phrase[] {
  const phrase = (verb: string, name = '', texts: readonly string[] = [], between: '→' | 'and' = '→'): Phrase => ({
    field,
    verb,
    name,
    values: texts,
    between,
  });
  const chain = (none: string) => values.map((value) => referenceText(value) ?? none);
  switch (field) {
    case 'description':
      return [phrase('edited the description')];
    case 'assignee':
      return [assignment(values, actor, phrase) ?? phrase('set', 'assignee', chain('nobody'))];
    case 'team':
    case 'requester':
      return [phrase('set', field, values.length === 2 && values[0] === null ? chain('none').slice(1) : chain('none'))];
    case 'tags':
      return tagSteps(values).map(([verb, tags]) => phrase(verb, tags.length > 1 ? 'tags' : 'tag', tags, 'and'));
    default:
      return [plainChange(field, values, phrase)];
  }
}

type MakePhrase = (verb: string, name?: string, texts?: readonly string[]) => Phrase;

function assignment([from, to, ...more]: readonly unknown[], actor: TimelineActor, phrase: MakePhrase) {
  const [old, name] = [referenceText(from), referenceText(to)];
  if (more.length > 0 || (old !== undefined && name !== undefined)) return undefined;
  if (name === undefined) return phrase('unassigned', '', [old ?? 'nobody']);
  const isOwn = actor.kind === 'human' && (to as { id?: unknown }).id === actor.id;
  return isOwn ? phrase('took the ticket') : phrase('assigned', '', [name]);
}

function plainChange(field: string, values: readonly unknown[], phrase: MakePhrase): Phrase {
  if (!isPropertyName(field)) return phrase('changed the', field.replaceAll('_', ' '), values.map(plainText));
  const texts = values.map((value) => {
    const known = oneOf<string>(PROPERTY_VALUES[field], value); // undefined for values that this version of the client does not know
    return known === undefined ? plainText(value) : valueText(field, known as never);
  });
  return phrase('set', propertyName(field).toLowerCase(), texts);
}

/** Combines several changes of tags: the tags added and removed in total or, without a difference, the tags changed and restored. */
function tagSteps(values: readonly unknown[]): readonly (readonly [string, readonly string[]])[] {
  const [first = [], last = []] = [values[0], values.at(-1)].map(tagsOf);
  const added = last.filter((tag) => !first.includes(tag));
  const removed = first.filter((tag) => !last.includes(tag));
  const steps = [['added', added] as const, ['removed', removed] as const].filter(([, tags]) => tags.length > 0);
  if (steps.length > 0) return steps;
  const between = [...new Set(values.flatMap(tagsOf))].filter((tag) =>
    values.some((one) => !tagsOf(one).includes(tag)),
  );
  return [['changed and restored', between]];
}

function tagsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function isPropertyName(field: string): field is PropertyName {
  return field in PROPERTY_VALUES;
}

/** The name of a person, a team or a requester. */
function referenceText(value: unknown): string | undefined {
  const { name } = (value ?? {}) as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

function plainText(value: unknown): string {
  if (value == null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

import { ID_MAX, TAG_PATTERN } from '@docket/domain';
import { readDays } from './days';
import { nearestWord } from './nearest-word';
import type { QueryCorrection } from './parsed-query';
import { isPropertyKey, type QueryKey, takesId, wordsOf } from './query-keys';
import type { QueryValue } from './query-node';
import { unquoted } from './quotation';
import type { WrittenValue } from './scan-terms';

/** A problem with a value, and its correction. */
export interface ValueError {
  readonly message: string;
  readonly correction?: QueryCorrection;
}

const TAG = new RegExp(TAG_PATTERN, 'u');

/** Parses a written value of a key. */
export function readValue(key: QueryKey, written: WrittenValue): QueryValue | ValueError {
  const { inner, isQuoted, mistake } = written;
  if (mistake === 'unclosed') {
    return {
      message: 'A quotation mark closes this value',
      correction: { start: written.end, end: written.end, text: '"' },
    };
  }
  if (mistake === 'joined') return { message: 'A space or a comma follows the closing quotation mark' };
  const text = (isQuoted ? unquoted(inner) : inner).trim();
  if (text === '') return { message: `${key}: has no value here. Quotation marks around it search for the text` };
  if (isPropertyKey(key)) return propertyValue(key, text, written);
  if (key === 'created') return createdValue(text);
  const word = isQuoted ? undefined : wordsOf(key).find((each) => each === text.toLowerCase());
  if (word === 'me' || word === 'none') return { kind: word };
  if (!isQuoted && takesId(key) && /^[1-9]\d{0,9}$/.test(text) && Number(text) <= ID_MAX)
    return { kind: 'id', id: Number(text) };
  if (key === 'tag') return tagValue(text);
  if (key === 'requester' && !/.@./.test(text)) return { message: 'Write the email address of the requester' };
  return { kind: 'text', text };
}

export function isValueError(value: QueryValue | ValueError): value is ValueError {
  return 'message' in value;
}

function propertyValue(key: QueryKey, text: string, { start, end }: WrittenValue): QueryValue | ValueError {
  const values = wordsOf(key);
  const typed = text.toLowerCase().replace(/[\s-]/g, '_');
  if (values.includes(typed)) return { kind: 'text', text: typed };
  const nearest = nearestWord(typed, values);
  if (!nearest) return { message: `“${text}” is not a ${key}. There are: ${values.join(', ')}` };
  return {
    message: `“${text}” is not a ${key}. Did you mean “${nearest}”?`,
    correction: { start, end, text: nearest },
  };
}

/** Normalises a tag to the spelling that the database stores. */
function tagValue(text: string): QueryValue | ValueError {
  const tag = text.normalize('NFC').toLowerCase();
  return TAG.test(tag)
    ? { kind: 'text', text: tag }
    : { message: `“${text}” cannot be a tag: tags have letters, digits, _ and -` };
}

function createdValue(text: string): QueryValue | ValueError {
  const days = readDays(text);
  return typeof days === 'string' ? { message: days } : days;
}

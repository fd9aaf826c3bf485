import 'reflect-metadata';
import { IsOneOf } from './is-one-of';
import { IsText } from './is-text';
import { MayBeAbsent } from './may-be-absent';
import { Trim } from './trim';
import { validateFields } from './validate-fields';

class Note {
  @Trim()
  @IsText({ maxLength: 3 })
  text!: string;

  @MayBeAbsent()
  @IsOneOf(['red', 'green'])
  colour?: string;
}

describe('validateFields', () => {
  it('reads the fields into their shape', () => {
    const { value, errors } = validateFields(Note, { text: ' abc ', colour: 'red' });

    expect(errors).toEqual([]);
    expect(value).toBeInstanceOf(Note);
    expect({ ...value }).toEqual({ text: 'abc', colour: 'red' });
  });

  it('says one thing of each wrong field: those of the shape first, then unknown ones', () => {
    const { errors } = validateFields(Note, { size: 1, colour: null, text: 'abcd' });

    expect(errors).toEqual([
      { field: 'text', detail: 'must be at most 3 characters' },
      { field: 'colour', detail: 'must be one of red, green' },
      { field: 'size', detail: 'is not known here' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])('does not overlook %s', (name) => {
    const input = JSON.parse(`{"text":"a",${JSON.stringify(name)}:{"polluted":true}}`) as Record<string, unknown>;

    const { value, errors } = validateFields(Note, input);

    expect(errors).toEqual([{ field: name, detail: 'is not known here' }]);
    expect(value).not.toHaveProperty('polluted');
  });
});

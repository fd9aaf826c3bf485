import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy, buildMessage, isEmail } from 'class-validator';
import { hasInvisibleCharacter, storageError } from './text-rules';

/** The field is an email address, in {@link oneSpelling}. */
export function IsEmailAddress(): PropertyDecorator {
  return applyDecorators(
    OneSpelling(),
    ValidateBy({
      name: 'isEmailAddress',
      validator: {
        validate: isEmailAddress,
        defaultMessage: buildMessage((each) => `${each}$property must be an email address`),
      },
    }),
  );
}

/** The field is a list of email addresses, each in {@link oneSpelling}. */
export function IsListOfEmailAddresses({ maxSize }: { maxSize: number }): PropertyDecorator {
  const inOneSpelling = (value: unknown) => (typeof value === 'string' ? oneSpelling(value) : value);
  const message = '$property must be one or more email addresses';
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(inOneSpelling) : value)),
    IsArray({ message }),
    ArrayMaxSize(maxSize, { message: `$property must have at most ${maxSize} values` }),
    ValidateBy({ name: 'isListOfEmailAddresses', validator: { validate: isEmailAddress } }, { each: true, message }),
  );
}

/** Converts any text to {@link oneSpelling}, also if it is not an email address. */
export function OneSpelling(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? oneSpelling(value) : value));
}

/** Whether a value is an email address without invisible characters: with them, two addresses would look the same. */
export function isEmailAddress(value: unknown): value is string {
  if (typeof value !== 'string' || storageError(value)) return false; // isEmail() throws at half a surrogate pair
  return isEmail(value) && !hasInvisibleCharacter(value);
}

/**
 * An email address in lower case, without white space at its ends, and with each accented letter as one character (NFC, RFC 6532,
 * 3.1). PostgreSQL does not do it: its lower() depends on the locale of the database.
 */
export function oneSpelling(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}

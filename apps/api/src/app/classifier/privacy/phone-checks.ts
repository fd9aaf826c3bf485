import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Maximum number of checks by libphonenumber for a text, which limits the time. */
const MAX_CHECKS = 500;

/** Checks whether numbers of a text are valid. Checks each number once. */
export class PhoneChecks {
  private readonly known = new Map<string, boolean>();

  /** Number of the different numbers that were checked. */
  get count(): number {
    return this.known.size;
  }

  /** Whether a number is valid. After many checks, every further number counts as valid. */
  passes(number: string, country?: CountryCode): boolean {
    const key = `${country ?? ''}${number}`;
    const known = this.known.get(key);
    if (known !== undefined || this.known.size >= MAX_CHECKS) return known ?? true;
    const isValid = parsePhoneNumberFromString(number, { defaultCountry: country, extract: false })?.isValid() ?? false;
    this.known.set(key, isValid);
    return isValid;
  }
}

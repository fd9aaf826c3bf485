import { ValidateBy } from 'class-validator';
import { isSupportedCountry } from 'libphonenumber-js/max';

/** The field is a comma-separated list of countries: ISO 3166-1 codes of two letters, in any case. */
export function IsCountryList(): PropertyDecorator {
  return ValidateBy({
    name: 'isCountryList',
    validator: {
      validate: (value) =>
        typeof value === 'string' && value.split(',').every((code) => isSupportedCountry(code.trim().toUpperCase())),
      defaultMessage: () => '$property must be country codes of two letters, comma-separated, such as DE,AT',
    },
  });
}

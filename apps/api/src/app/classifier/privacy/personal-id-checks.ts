const digitsOf = (id: string) => Array.from(id.replaceAll(/\D/g, ''), Number);
const weighted = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const FINNISH_SIGNS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const CHECKS = {
  /** Switzerland: the check digit of an EAN. */
  ean13: (id: string) => {
    const digits = digitsOf(id);
    return (10 - (weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === digits[12];
  },
  /** Brazil: two check digits modulo 11. */
  cpf: (id: string) => {
    const digits = digitsOf(id);
    return [9, 10].every((length) => {
      const weights = Array.from({ length }, (_, index) => length + 1 - index);
      return ((weighted(digits, weights) * 10) % 11) % 10 === digits[length];
    });
  },
  /** Spain: a letter by the number modulo 23. */
  dni: (id: string) => {
    const number = Number(id.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))).replaceAll(/\D/g, ''));
    return DNI_LETTERS.charAt(number % 23) === id.at(-1);
  },
  /** China: ISO 7064, modulo 11-2. */
  chinese: (id: string) => {
    const sum = weighted(digitsOf(id.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
    return '10X98765432'.charAt(sum % 11) === id.at(-1)?.toUpperCase();
  },
  /** Finland: a sign by the number modulo 31. */
  finnish: (id: string) =>
    FINNISH_SIGNS.charAt(Number(id.slice(0, 6) + id.slice(7, 10)) % FINNISH_SIGNS.length) === id.at(-1),
  /** Sweden: Luhn over the last ten digits. */
  swedish: (id: string) => {
    const sum = digitsOf(id)
      .slice(-10)
      .reduce((total, digit, index) => {
        const product = digit * (index % 2 === 0 ? 2 : 1);
        return total + (product > 9 ? product - 9 : product);
      }, 0);
    return sum % 10 === 0;
  },
  /** France: two check digits modulo 97. Corsica's 2A and 2B count as 19 and 18. */
  french: (id: string) => {
    const digits = id.replace('2A', '19').replace('2B', '18').replaceAll(/\D/g, '');
    return 97n - (BigInt(digits.slice(0, 13)) % 97n) === BigInt(digits.slice(13));
  },
};

/** The check of a country's numbers. */
export const hasCheckDigits = (name: keyof typeof CHECKS) => CHECKS[name];

/** Whether digits are a day, as in 20261122. */
export function isDate(digits: string): boolean {
  const [month, day] = [Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

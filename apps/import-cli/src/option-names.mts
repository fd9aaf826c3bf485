/** The option of the command that sets a parameter of the API. */
export function optionOf(parameter: string): string {
  return `--${parameter.replaceAll('_', '-')}`;
}

/** An error of the API with options instead of parameters, which it names after a semicolon or "or". */
export function withOption(detail: string): string {
  return detail
    .replace(/; date_order must say it[^;]*$/, '; use --date-order dmy or --date-order mdy')
    .replace(/; date_order[^;]*$/, '; see --date-order')
    .replace(/; time_zone (must be[^;]*)$/, '; --time-zone $1')
    .replace(/; time_zone[^;]*$/, '; use --time-zone')
    .replace(/(; |\bor )map=(.+?) (?=says|must|imports)/, (_all, before: string, value: string) => {
      return `${before}--map ${/^[\w.=-]+$/.test(value) ? value : `"${value}"`} `; // as a shell takes it
    });
}

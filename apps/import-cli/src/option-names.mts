/** The command-line option for a parameter of the API. */
export function optionOf(parameter: string): string {
  return `--${parameter.replaceAll('_', '-')}`;
}

/** Replaces parameters by options in an error of the API, which names them after a semicolon or "or". */
export function withOption(detail: string): string {
  return detail
    .replace(/; date_order must say it[^;]*$/, '; use --date-order dmy or --date-order mdy')
    .replace(/; date_order[^;]*$/, '; see --date-order')
    .replace(/; time_zone (must be[^;]*)$/, '; --time-zone $1')
    .replace(/; time_zone[^;]*$/, '; use --time-zone')
    .replace(/(; |\bor )map=(.+?) (?=says|must|imports)/, (_all, before: string, value: string) => {
      return `${before}--map ${/^[\w.=-]+$/.test(value) ? value : `"${value}"`} `; // quoted for a shell
    });
}

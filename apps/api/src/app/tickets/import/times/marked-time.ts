/** A time as a date of JavaScript and of the shell of MongoDB. */
const CONSTRUCTOR = /^(?:new )?(?:ISODate|Date)\((["'])([^"']*)\1\)$/;
/** A text as a formula of a spreadsheet: `="2026-03-04"`. */
const FORMULA = /^="([^"]*)"$/;

/** A time without the marks that say that it is one, or that it is a text: `ISODate("…")`, `="…"`, and the apostrophe of spreadsheets. */
export function withoutMarks(text: string): string {
  const marked = CONSTRUCTOR.exec(text)?.[2] ?? FORMULA.exec(text)?.[1];
  if (marked !== undefined) return marked.trim();
  if (!text.startsWith("'")) return text;
  return text.slice(1, text.length > 1 && text.endsWith("'") ? -1 : undefined).trim();
}

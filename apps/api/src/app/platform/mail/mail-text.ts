/** The subject and the text of a mail. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** The text of a mail, with an empty line between paragraphs. */
export function mailText(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

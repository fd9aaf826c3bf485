/** The parts of the OpenAPI document that describe the whole API. The application provides them. */
export abstract class ApiInfo {
  abstract readonly title: string;
  abstract readonly description: string;
  /** The tags of the operations, with their descriptions, in the order of the document. */
  abstract readonly tags: Readonly<Record<string, string>>;
}

// Jest's asymmetric matchers return `any`. These return `unknown`.

export const anyNumber = (): unknown => expect.any(Number);
export const anyString = (): unknown => expect.any(String);
export const textContaining = (text: string): unknown => expect.stringContaining(text);

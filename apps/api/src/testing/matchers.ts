// Jest types its asymmetric matchers as `any`. These are the same matchers, typed.

export const anInstanceOf = (type: unknown): unknown => expect.any(type);
export const textContaining = (text: string): unknown => expect.stringContaining(text);
export const textMatching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const listContaining = (items: readonly unknown[]): unknown => expect.arrayContaining([...items]);

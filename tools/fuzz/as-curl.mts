import type { FuzzRequest } from './requests.mts';

/** Formats the request as a curl command. */
export function asCurl(url: string, { method, target, headers, body }: FuzzRequest): string {
  const parts = ['curl -i --path-as-is', ...(method === 'HEAD' ? ['--head'] : ['-X', method])];
  for (const [name, value] of Object.entries(headers))
    parts.push('-H', quoted(value === '' ? `${name};` : `${name}: ${value}`));
  if (body !== undefined) parts.push('--data-binary', quoted(body));
  return [...parts, '--', quoted(url + target)].join(' ');
}

/** Quotes a word for bash. `$'…'` allows control characters, but no NUL, which JSON escapes anyway. */
function quoted(text: string): string {
  if (!/[\u0000-\u001f\u007f]/.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = text.replace(/[\\']/g, String.raw`\$&`);
  return `$'${escaped.replace(/[\u0000-\u001f\u007f]/g, (sign) => String.raw`\x` + sign.charCodeAt(0).toString(16).padStart(2, '0'))}'`;
}

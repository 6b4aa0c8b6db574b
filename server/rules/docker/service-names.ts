/** The names that jobs reach a service by (helpers/container/services/services.go). */

const REGISTRY = /^[A-Za-z0-9.-]+(?::\d+)?$/;
const PART = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;

/** The names that its image gives a service: registry and path without port and tag, joined in two ways; none where it is no reference. */
export function namesOfImage(image: string): string[] {
  const [bare = ''] = image.split('@');
  const tag = bare.indexOf(':', bare.lastIndexOf('/') + 1);
  const parts = (tag < 0 ? bare : bare.slice(0, tag)).split('/');
  const isReference = parts.every((part, index) => PART.test(part) || (index === 0 && isRegistry(part, parts)));
  if (!isReference) return [];
  const names = parts.map((part, index) => (index === 0 ? part.replace(/:\d+$/, '') : part));
  return [...new Set([names.join('__'), names.join('-')])];
}

function isRegistry(part: string, { length }: readonly string[]): boolean {
  return length > 1 && REGISTRY.test(part);
}

/** The aliases in a text, between blanks and commas. */
export function aliasesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((alias) => alias !== '');
}

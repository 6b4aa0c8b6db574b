/** Entries of `environment` as the runner cuts them: at the first `=` (parseVariable in common/config.go). */

/** The lists of variables. */
export const environmentKeys = [
  'runners[].environment',
  'runners[].docker.services[].environment',
  'runners[].kubernetes.services[].environment',
];

/** The name of an entry, and from where on its value is; undefined for what the runner drops. */
export function variableOf(text: string): { readonly name: string; readonly from: number } | undefined {
  const equals = text.indexOf('=');
  return equals > 0 ? { name: text.slice(0, equals), from: equals + 1 } : undefined;
}

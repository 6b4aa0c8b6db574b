/** The section about a code in the reference of rules, free of VS Code. */

/** Cuts it out of docs/rules.md, where it begins with a heading of the third level that is the code. */
export function ruleSection(reference: string, code: string): string | undefined {
  const lines = reference.split(/\r?\n/);
  const start = lines.indexOf(`### \`${code}\``);
  if (start < 0) return undefined;
  let isFenced = false;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (/^\s*(?:>\s*)?`{3,}/.test(line)) isFenced = !isFenced;
    return !isFenced && /^#{1,3} /.test(line);
  });
  const section = lines.slice(start, length < 0 ? undefined : start + 1 + length);
  return section.join('\n').replace(/^### /, '# ').trimEnd();
}

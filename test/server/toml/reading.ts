/** Reads a text with the TOML front end and puts what it found into a form that tests can show. */
import { buildModel } from '../../../server/toml/build-model';
import type { Node, TableNode } from '../../../server/toml/model';
import { parseToml } from '../../../server/toml/parser';
import type { SyntaxProblem, Value } from '../../../server/toml/syntax';

/** All problems of a text, those of its syntax and those of its definitions, in the order of the text. */
export function problemsOf(text: string): SyntaxProblem[] {
  const syntax = parseToml(text);
  return [...syntax.problems, ...buildModel(syntax).problems].sort((a, b) => a.start - b.start);
}

/** Each problem as `code ⟦the characters that it is on⟧`, with `warning ` before it where it is one. */
export function shown(text: string): string[] {
  return problemsOf(text).map(
    ({ code, severity, start, end }) =>
      `${severity === 'warning' ? 'warning ' : ''}${code} ⟦${text.slice(start, end).replaceAll('\n', '⏎')}⟧`,
  );
}

/** The tree as plain data; what is no value is `undefined`. */
export function plain(text: string): Record<string, unknown> {
  return plainTable(buildModel(parseToml(text)).model.root);
}

function plainTable(table: TableNode): Record<string, unknown> {
  return Object.fromEntries([...table.members].map(([name, member]) => [name, plainNode(member.node)]));
}

function plainNode(node: Node): unknown {
  if (node.type === 'table') return plainTable(node);
  if (node.type === 'array-of-tables') return node.elements.map(plainTable);
  return plainValue(node.value);
}

function plainValue(value: Value): unknown {
  if (value.type === 'array') return value.items.map(plainValue);
  if (value.type === 'inline-table')
    return Object.fromEntries(
      value.pairs.map((pair) => [pair.key.segments.map(({ name }) => name).join('.'), plainValue(pair.value)]),
    );
  return value.type === 'invalid' ? undefined : value.value;
}

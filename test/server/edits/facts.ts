/** What a document says, one line a thing: `runners[0].docker.image = "alpine"`, and `runners[0].docker {}` for its table. */
import type { ConfigDocument } from '../../../server/meaning/document';
import type { Member, TableNode } from '../../../server/toml/model';

export function factsOf(document: ConfigDocument): string[] {
  return tableFacts(document, document.model.root, '');
}

export function commentsOf({ syntax, text }: ConfigDocument): string[] {
  return syntax.comments.map(({ start, end }) => text.slice(start, end).trim());
}

/** The pairs of all sections in any table, and the number of headers. */
export function pairsOf({ syntax, text }: ConfigDocument): string[] {
  return syntax.sections.flatMap(({ pairs }) =>
    pairs.map(({ key, value }) => `${key.segments.at(-1)?.name} = ${text.slice(value.start, value.end)}`),
  );
}

function tableFacts(document: ConfigDocument, table: TableNode, label: string): string[] {
  return [...table.members.values()].flatMap((member) => factsOfMember(document, member, label));
}

/** What a member of the table that a label names says. */
export function factsOfMember(document: ConfigDocument, { name, node }: Member, label: string): string[] {
  const own = `${label}${name}`;
  if (node.type === 'table') {
    const isWritten = node.sections.length > 0 || node.inline !== undefined;
    return [...(isWritten ? [`${own} {}`] : []), ...tableFacts(document, node, `${own}.`)];
  }
  const tables = node.type === 'value' ? node.tables : node.elements;
  const facts = tables.flatMap((table, index) => [
    `${own}[${index}] {}`,
    ...tableFacts(document, table, `${own}[${index}].`),
  ]);
  if (node.type !== 'value' || tables.length > 0) return facts;
  return [`${own} = ${document.text.slice(node.value.start, node.value.end)}`];
}

/** What is more often in the first list than in the second. */
export function added(first: readonly string[], second: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const entry of second) rest.set(entry, (rest.get(entry) ?? 0) + 1);
  return first.filter((entry) => {
    const count = rest.get(entry) ?? 0;
    rest.set(entry, count - 1);
    return count <= 0;
  });
}

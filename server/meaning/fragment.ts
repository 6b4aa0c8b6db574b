/** Texts that begin inside a runner: parts that a template includes, and pieces in the documentation. */
import type { Schema } from '../schema/types';
import { isImplied, type TomlModel } from '../toml/model';
import type { TomlSyntax } from '../toml/syntax';

/** Whether a text has no `[[runners]]`, or tables of a runner before the first one. */
export function isFragment({ root }: TomlModel): boolean {
  const node = root.members.get('runners')?.node;
  if (node?.type !== 'array-of-tables') return true;
  const [first] = node.elements;
  return first !== undefined && isImplied(first);
}

/** Whether there is a key before the first header that is a global one and no other table's: the text begins where a file does. */
export function beginsWithGlobals({ sections }: TomlSyntax, schema: Schema): boolean {
  const newest = schema.newest();
  const isGlobal = (name: string) => {
    const [key, ...others] = newest.named(name);
    return key !== undefined && others.length === 0 && key.parent === newest.root && key.kind !== 'array-of-tables';
  };
  return (
    sections[0]?.pairs.some(({ key: { segments } }) => segments.length === 1 && isGlobal(segments[0]?.name ?? '')) ??
    false
  );
}

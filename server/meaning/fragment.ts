/** Texts that begin inside a runner: parts that a template includes, and pieces in the documentation. */
import { isImplied, type TomlModel } from '../toml/model';

/** Whether a text has no `[[runners]]`, or tables of a runner before the first one. */
export function isFragment({ root }: TomlModel): boolean {
  const node = root.members.get('runners')?.node;
  if (node?.type !== 'array-of-tables') return true;
  const [first] = node.elements;
  return first !== undefined && isImplied(first);
}

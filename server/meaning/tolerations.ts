/**
 * Tolerations as Kubernetes writes them, `key`, `operator`, `value` and `effect`, as entries of the runner's `node_tolerations`:
 * `"key=value" = "effect"`, or `"key" = "effect"` where the key alone must exist (common/config.go, GetNodeTolerations).
 */
import type { TableNode } from '../toml/model';
import { tableView } from './table-view';

/** An entry of the map. */
export interface Toleration {
  readonly name: string;
  readonly effect: string;
}

const parts: ReadonlySet<string> = new Set(['key', 'operator', 'value', 'effect']);

/** Whether a table has the keys of a toleration of Kubernetes, whatever else is in it. */
export function isToleration(table: TableNode): boolean {
  const { string } = bound(table);
  return string('key') !== undefined && (string('operator') !== undefined || string('effect') !== undefined);
}

/** The entries of such tables; undefined where one says what the map cannot, such as how many seconds it holds. */
export function tolerationsOf(tables: readonly TableNode[]): readonly Toleration[] | undefined {
  const names = new Set<string>();
  const found: Toleration[] = [];
  for (const table of tables) {
    const one = tolerationOf(table);
    if (!one || names.has(one.name)) return undefined;
    names.add(one.name);
    found.push(one);
  }
  return found.length > 0 ? found : undefined;
}

function tolerationOf(table: TableNode): Toleration | undefined {
  const { string } = bound(table);
  for (const name of table.members.keys())
    if (!parts.has(name.toLowerCase()) || string(name) === undefined) return undefined;
  const [key = '', operator = 'Equal', value = '', effect = ''] = [...parts].map(string);
  if (key.includes('=') || value.includes('=')) return undefined;
  if (operator === 'Exists') return value === '' ? { name: key, effect } : undefined;
  return operator === 'Equal' && key !== '' ? { name: `${key}=${value}`, effect } : undefined;
}

function bound(table: TableNode): { string(name: string): string | undefined } {
  const view = tableView(table);
  return { string: (name) => view.string(name)?.value };
}

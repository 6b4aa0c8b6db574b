/**
 * Tables that go to the API as they are, their keys in its spelling: `match_expressions` is `matchExpressions`. What each key takes is
 * listed, so that a key that the runner does not know has no effect (GetAffinity in common/config.go).
 */
import { Fields } from '../fields';
import type { Json, JsonObject } from '../json';
import type { Settings } from '../settings';

/** A key that is sent: `always` where Go sends it empty, too. */
interface Shape {
  readonly [key: string]: 'text' | 'always-text' | 'always-number' | 'texts' | 'map' | One | Many;
}
interface One {
  readonly one: Shape;
  readonly always?: boolean;
}
interface Many {
  readonly many: Shape;
  /** Sent as null when it is empty. */
  readonly always?: boolean;
}

const REQUIREMENTS: Many = { many: { key: 'always-text', operator: 'always-text', values: 'texts' } };
const NODE_TERM: Shape = { match_expressions: REQUIREMENTS, match_fields: REQUIREMENTS };
const SELECTOR: One = { one: { match_labels: 'map', match_expressions: REQUIREMENTS } };
const POD_TERM: Shape = {
  label_selector: SELECTOR,
  namespaces: 'texts',
  topology_key: 'always-text',
  namespace_selector: SELECTOR,
  match_label_keys: 'texts',
  mismatch_label_keys: 'texts',
};
const PODS: One = {
  one: {
    required_during_scheduling_ignored_during_execution: { many: POD_TERM },
    preferred_during_scheduling_ignored_during_execution: {
      many: { weight: 'always-number', pod_affinity_term: { one: POD_TERM, always: true } },
    },
  },
};
const AFFINITY: Shape = {
  node_affinity: {
    one: {
      required_during_scheduling_ignored_during_execution: {
        one: { node_selector_terms: { many: NODE_TERM, always: true } },
      },
      preferred_during_scheduling_ignored_during_execution: {
        many: { weight: 'always-number', preference: { one: NODE_TERM, always: true } },
      },
    },
  },
  pod_affinity: PODS,
  pod_anti_affinity: PODS,
};

/** The rules about nodes and other pods that a pod is placed by. */
export function affinity(kubernetes: Settings): JsonObject {
  return shaped(kubernetes.table('affinity'), AFFINITY);
}

function shaped(table: Settings, shape: Shape): JsonObject {
  const made = new Fields();
  for (const [key, kind] of Object.entries(shape))
    made.set(camelCase(key), shapedValue(table, key, kind), table.origin(key));
  return made.object;
}

function shapedValue(table: Settings, key: string, kind: Shape[string]): Json | undefined {
  if (typeof kind === 'object') return 'one' in kind ? one(table.table(key), kind) : many(table.tables(key), kind);
  switch (kind) {
    case 'text':
      return table.text(key) || undefined;
    case 'always-text':
      return table.text(key);
    case 'always-number':
      return table.number(key) ?? 0;
    case 'texts':
      return unlessEmpty(table.texts(key));
    case 'map': {
      const map = new Fields();
      for (const entry of table.map(key)) map.set(entry.key, entry.value, entry.origin);
      return map.isEmpty ? undefined : map.object;
    }
  }
}

function one(table: Settings, { one: shape, always }: One): Json | undefined {
  return table.isThere || always ? shaped(table, shape) : undefined;
}

function many(tables: readonly Settings[], { many: shape, always }: Many): Json | undefined {
  if (tables.length === 0) return always ? null : undefined;
  return tables.map((table) => shaped(table, shape));
}

function unlessEmpty(list: readonly string[]): Json | undefined {
  return list.length === 0 ? undefined : list;
}

const camelCase = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

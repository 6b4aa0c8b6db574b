/** Which rules look at a key or table: those about any, those about its path, and those that it concerns by its schema; in their order. */
import type { KeySchema } from '../schema/types';

interface Selective {
  readonly on?: readonly string[];
  concerns?(schema: KeySchema | undefined): boolean;
}

/** Gives the rules for a schema; undefined is what the runner does not know. */
export function rulesFor<Rule extends Selective>(
  rules: readonly Rule[],
): (schema: KeySchema | undefined) => readonly Rule[] {
  const select = (schema: KeySchema | undefined) =>
    rules.filter((rule) => (rule.on?.includes(schema?.path ?? '') ?? true) && (rule.concerns?.(schema) ?? true));
  const known = new WeakMap<KeySchema, readonly Rule[]>();
  const ofUnknown = select(undefined);
  return (schema) => {
    if (!schema) return ofUnknown;
    let selected = known.get(schema);
    if (!selected) {
      selected = select(schema);
      known.set(schema, selected);
    }
    return selected;
  };
}

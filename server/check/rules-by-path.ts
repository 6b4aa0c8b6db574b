/** Which rules look at a key or table: those about any, and those about its path, in their order. */

interface AboutPaths {
  readonly on?: readonly string[];
}

/** Gives the rules for a path; undefined is the path of what the schema does not know. */
export function rulesByPath<Rule extends AboutPaths>(
  rules: readonly Rule[],
): (path: string | undefined) => readonly Rule[] {
  const general = rules.filter(({ on }) => on === undefined);
  const paths = new Set(rules.flatMap(({ on = [] }) => on));
  const byPath = new Map(
    [...paths].map((path) => [path, rules.filter(({ on }) => on === undefined || on.includes(path))]),
  );
  return (path) => (path === undefined ? general : (byPath.get(path) ?? general));
}

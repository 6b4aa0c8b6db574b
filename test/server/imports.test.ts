/** Imports go down only (the linter sees to the folders, biome.json), and no files import each other in a circle. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** Values hold values: the grammar of TOML is a circle itself. */
const GRAMMAR = [
  'server/toml/bad-value.ts',
  'server/toml/parse-array.ts',
  'server/toml/parse-inline-table.ts',
  'server/toml/parse-pair.ts',
  'server/toml/parse-value.ts',
];

const files = ['server', 'client', 'protocol'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.includes('generated')),
);

/** The files that a file imports, types too. */
function importsOf(file: string): string[] {
  const specifiers = readFileSync(file, 'utf8').matchAll(/(?:from|import|import\(|require\()\s*'(\.{1,2}\/[^']+)'/g);
  return [...specifiers].flatMap(([, specifier = '']) => {
    const target = `${normalize(join(dirname(file), specifier))}.ts`;
    return existsSync(target) ? [target] : [];
  });
}

/** The circles of a graph: its strongly connected components of more than one node (Tarjan). */
function circles(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    let low = own;
    stack.push(node);
    for (const other of next(node)) {
      if (!order.has(other)) low = Math.min(low, visit(other));
      else if (stack.includes(other)) low = Math.min(low, lowest.get(other) ?? order.get(other) ?? low);
    }
    lowest.set(node, low);
    if (low === own) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return low;
  };
  for (const node of nodes) if (!order.has(node)) visit(node);
  return found;
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('files are found, and what they import', () => {
  assert.ok(files.length > 200);
  assert.ok((imports.get('server/service.ts') ?? []).includes('server/settings.ts'));
  assert.deepEqual(
    circles(['a', 'b', 'c'], (node) => ({ a: ['b'], b: ['a', 'c'] })[node] ?? []),
    [['a', 'b']],
  );
});

test('no circle of files but that of the grammar', () =>
  assert.deepEqual(
    circles(files, (file) => imports.get(file) ?? []),
    [GRAMMAR],
  ));

test('no circle of folders', () => {
  const folderOf = (file: string) =>
    file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : dirname(file);
  const folders = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    const from = folderOf(file);
    const to = folders.get(from) ?? new Set();
    folders.set(from, to);
    for (const target of targets) if (folderOf(target) !== from) to.add(folderOf(target));
  }
  assert.deepEqual(
    circles([...folders.keys()], (folder) => [...(folders.get(folder) ?? [])]),
    [],
  );
});

/** What a Go file declares at its top: imports, types, constants, variables and the names of methods. */
import { Cursor } from './cursor';
import { type GoToken, tokenize } from './tokens';
import { type GoType, readType } from './types';

export interface GoDeclarations {
  /** The name in the file and the path of the package; without an own name the last part of the path. */
  readonly imports: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, GoType>;
  /** Constants and variables with the tokens of their value. */
  readonly values: ReadonlyMap<string, readonly GoToken[]>;
  /** `Type.Method`. */
  readonly methods: ReadonlySet<string>;
}

/** Reads a whole file; bodies of functions are stepped over. */
export function readDeclarations(source: string): GoDeclarations {
  const imports = new Map<string, string>();
  const types = new Map<string, GoType>();
  const values = new Map<string, readonly GoToken[]>();
  const methods = new Set<string>();
  const cursor = new Cursor(tokenize(source));
  for (cursor.takeEnds(); !cursor.done; cursor.takeEnds()) {
    if (cursor.take('import')) each(cursor, (spec) => readImport(spec, imports));
    else if (cursor.take('type')) each(cursor, (spec) => readTypeSpec(spec, types));
    else if (cursor.take('const') || cursor.take('var')) each(cursor, (spec) => readValues(spec, values));
    else if (cursor.take('func')) readMethod(cursor, methods);
    else if (cursor.statement().length === 0) cursor.next();
  }
  return { imports, types, values, methods };
}

/** One declaration, or all of a group in parentheses. */
function each(cursor: Cursor, read: (spec: Cursor) => void): void {
  if (!cursor.at('(')) {
    read(cursor);
    return;
  }
  const group = new Cursor(cursor.brackets());
  for (group.takeEnds(); !group.done; group.takeEnds()) {
    read(group);
    group.statement();
  }
}

function readImport(cursor: Cursor, imports: Map<string, string>): void {
  const alias = cursor.peek().type === 'text' ? undefined : cursor.next().text;
  const path = cursor.next().text;
  // `…/v7` is a version; a package there goes by the name before it.
  const parts = path.split('/').filter((part, index, all) => index < all.length - 1 || !/^v\d+$/.test(part));
  imports.set(alias ?? (parts.at(-1) as string), path);
}

function readTypeSpec(cursor: Cursor, types: Map<string, GoType>): void {
  const name = cursor.next().text;
  // Parameters of a generic type: `[T any]`, whereas `[]T` and `[3]T` begin a list.
  if (cursor.at('[') && cursor.peek(1).type === 'name' && cursor.peek(2).text !== ']') cursor.brackets();
  cursor.take('=');
  types.set(name, readType(cursor));
}

/** `A, B Type = 1, 2`; a constant that repeats the value above it has none here. */
function readValues(cursor: Cursor, values: Map<string, readonly GoToken[]>): void {
  const names = [cursor.next().text];
  while (cursor.take(',')) names.push(cursor.next().text);
  if (!cursor.at('=') && cursor.peek().type !== 'end') readType(cursor);
  if (!cursor.take('=')) return;
  const parts = splitAtCommas(cursor.statement());
  names.forEach((name, index) => {
    values.set(name, parts[index] ?? []);
  });
}

function splitAtCommas(tokens: readonly GoToken[]): GoToken[][] {
  const parts: GoToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.type === 'sign' && /^[([{]$/.test(token.text)) depth += 1;
    if (token.type === 'sign' && /^[)\]}]$/.test(token.text)) depth -= 1;
    if (depth === 0 && token.type === 'sign' && token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** `(receiver *Type) Method(…)`; a plain function leaves nothing. */
function readMethod(cursor: Cursor, methods: Set<string>): void {
  if (cursor.at('(')) {
    const receiver = cursor.brackets().filter((token) => token.type === 'name');
    methods.add(`${receiver.at(-1)?.text}.${cursor.peek().text}`);
  }
  cursor.statement();
}

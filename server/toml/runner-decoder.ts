/**
 * What the runner's own TOML decoder refuses of the definitions that the specification forbids.
 *
 * The runner decodes with BurntSushi/toml 1.6.0, which marks every table on the way of a dotted key as implied, whether
 * or not it was defined before, and remembers that by the path's name alone. So `docker.image = "x"` followed by
 * `[runners.docker]` loads. The verdicts of toml-test-runner-accepts.json hold this file to it.
 */
import type { Header, InlineTableValue, KeySegment, KeyValue, Section, Span, TomlSyntax, Value } from './syntax';

interface Table {
  readonly entries: Map<string, Entry>;
}
type Entry = Table | Table[] | 'array' | 'scalar';

/** What whoever reads the file wants at a path, without indices. Where it wants tables, `[x]` twice is two of them. */
export type Wanted = (path: readonly string[]) => 'table' | 'tables' | 'array' | undefined;

class Refused extends Error {}

/** Thrown very often in a hopeless text: one object for all, so that no stack is written down each time. */
const refusal = new Refused();

/** Nobody nests so deep; what does is not worth the work, which grows with the square of it. */
const MAXIMUM_PARTS = 200;

class Decoder {
  private readonly root: Table = { entries: new Map() };
  private readonly implied = new Set<string>();
  /** Paths whose value is an array written with brackets. */
  private readonly arrays = new Set<string>();

  /** What took the place of an array, or of a table, where the runner wants one, with the statements that did it. */
  private readonly misfits: { statement: Header | KeyValue; table: Table; name: string; entry: Entry }[] = [];
  private statement: Header | KeyValue | undefined;

  constructor(
    private readonly until: number,
    private readonly wanted: Wanted,
  ) {}

  /** The statements after which a list is a table, or a table a list, at the end of the text. */
  misfitting(): (Header | KeyValue)[] {
    return this.misfits
      .filter(({ table, name, entry }) => table.entries.get(name) === entry)
      .map(({ statement }) => statement);
  }

  section(section: Section, refused: Set<Header | KeyValue>): void {
    const { header } = section;
    const context = header ? names(header.key.segments.slice(0, MAXIMUM_PARTS)) : [];
    if (header && context.length > 0) {
      this.attempt(header, refused, () => this.open(context, header.array));
    }
    for (const pair of section.pairs) {
      if (pair.start > this.until) break;
      this.attempt(pair, refused, () => this.pair(context, pair));
    }
  }

  private attempt(statement: Header | KeyValue, refused: Set<Header | KeyValue>, act: () => void): void {
    this.statement = statement;
    try {
      act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.add(statement);
    }
  }

  private open(path: readonly string[], array: boolean): void {
    const table = this.walk(path.slice(0, -1));
    const name = path[path.length - 1] as string;
    if (!array) {
      this.set(path, table, name, { entries: new Map() });
      return;
    }
    const existing = table.entries.get(name) ?? [];
    if (!Array.isArray(existing)) throw refusal;
    table.entries.set(name, existing);
    existing.push({ entries: new Map() });
  }

  /** The table at a path; implied tables are made on the way. */
  private walk(path: readonly string[]): Table {
    let table = this.root;
    path.forEach((name, index) => {
      let entry = table.entries.get(name);
      if (entry === undefined) {
        this.implied.add(id(path.slice(0, index + 1)));
        entry = { entries: new Map() };
        table.entries.set(name, entry);
      }
      if (entry === 'array' || entry === 'scalar') throw refusal;
      const next = Array.isArray(entry) ? entry[entry.length - 1] : entry;
      if (!next) throw refusal;
      table = next;
    });
    return table;
  }

  private set(path: readonly string[], table: Table, name: string, entry: Entry): void {
    if (!table.entries.has(name)) {
      table.entries.set(name, entry);
      return;
    }
    const key = id(path);
    if (!this.implied.delete(key)) throw refusal;
    if (!this.arrays.has(key)) return;
    table.entries.set(name, entry);
    if (this.statement && isMisfit(entry, this.wanted(path))) {
      this.misfits.push({ statement: this.statement, table, name, entry });
    }
  }

  private pair(context: readonly string[], pair: KeyValue): Entry {
    const path = [...context, ...names(pair.key.segments.slice(0, MAXIMUM_PARTS))];
    for (let length = context.length + 1; length < path.length; length++) {
      const parent = path.slice(0, length);
      this.implied.add(id(parent));
      const table = this.walk(parent.slice(0, -1));
      this.set(parent, table, parent[length - 1] as string, { entries: new Map() });
    }
    const entry = this.value(path, pair.value);
    const name = path[path.length - 1] as string;
    this.set(path, this.walk(path.slice(0, -1)), name, entry);
    return entry;
  }

  private value(path: readonly string[], value: Value): Entry {
    if (value.type === 'array') {
      this.arrays.add(id(path));
      for (const item of value.items) if (item.type === 'inline-table') this.inline(path, item, true);
      return 'array';
    }
    return value.type === 'inline-table' ? this.inline(path, value, false) : 'scalar';
  }

  private inline(path: readonly string[], value: InlineTableValue, inArray: boolean): Table {
    this.implied.add(id(path));
    this.open(path, inArray);
    // Beside its one tree of everything the decoder builds each inline table once more on its own, with a check of its own.
    const own: Table = { entries: new Map() };
    for (const pair of value.pairs) {
      const entry = this.pair(path, pair);
      const keys = names(pair.key.segments);
      const last = keys.pop() as string;
      let table = own;
      for (const key of keys) {
        const next = table.entries.get(key) ?? { entries: new Map() };
        if (typeof next === 'string' || Array.isArray(next)) throw refusal;
        table.entries.set(key, next);
        table = next;
      }
      table.entries.set(last, entry);
    }
    return own;
  }
}

function isMisfit(entry: Entry, wanted: ReturnType<Wanted>): boolean {
  const isTable = typeof entry !== 'string' && !Array.isArray(entry);
  return wanted === 'table' ? entry === 'array' : wanted !== undefined && isTable;
}

function names(segments: readonly KeySegment[]): string[] {
  return segments.map((segment) => segment.name);
}

function id(path: readonly string[]): string {
  return path.map((name) => JSON.stringify(name)).join('.');
}

/**
 * The headers and top-level pairs at which the runner's decoder stops because something is defined twice. What comes
 * after the offset `until` is not looked at.
 */
export function rejectedByRunner(
  syntax: TomlSyntax,
  until = syntax.text.length,
  wanted: Wanted = () => undefined,
): ReadonlySet<Span> {
  const refused = new Set<Header | KeyValue>();
  const decoder = new Decoder(until, wanted);
  for (const section of syntax.sections) {
    if (section.start > until) break;
    decoder.section(section, refused);
  }
  for (const statement of decoder.misfitting()) refused.add(statement);
  return refused;
}

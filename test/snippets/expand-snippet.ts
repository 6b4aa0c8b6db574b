/** What stands at a tab stop: a default that may hold others, a choice, or nothing (a mirror of another place). */
interface Placeholder {
  tabstop: number;
  content?: Node[];
  options?: string[];
}
interface Variable {
  name: string;
  content: Node[];
}
type Node = string | Placeholder | Variable;

export interface Expansion {
  text: string;
  /** The tab stops in the order of their first place in the text, each once. */
  tabstops: number[];
  /** The options of each choice, by its tab stop. */
  choices: Map<number, string[]>;
}

export interface Answers {
  /** What is chosen at a tab stop; without it, the default or the first option. */
  at?: ReadonlyMap<number, string>;
  /** Variables such as TM_FILENAME; without it, the default. */
  variables?: Readonly<Record<string, string>>;
}

/**
 * Expands a snippet in VS Code's syntax (without transforms) as if Tab were pressed until the end.
 * Malformed syntax throws, although VS Code inserts it as text: in a snippet of ours it is a mistake.
 */
export function expandSnippet(body: string | readonly string[], answers: Answers = {}): Expansion {
  const source = typeof body === 'string' ? body : body.join('\n');
  const nodes = new SnippetParser(source).parse();
  const definitions = new Map<number, Placeholder>();
  const tabstops: number[] = [];
  collect(nodes, definitions, tabstops);
  const choices = new Map<number, string[]>();
  for (const [tabstop, { options }] of definitions) if (options !== undefined) choices.set(tabstop, options);
  return { text: render(nodes, definitions, answers), tabstops, choices };
}

class SnippetParser {
  private offset = 0;

  constructor(private readonly source: string) {}

  parse(): Node[] {
    return this.content('');
  }

  /** Nodes up to the closing character, which is consumed; '' is the end of the snippet. */
  private content(close: '' | '}'): Node[] {
    const nodes: Node[] = [];
    let text = '';
    while (this.offset < this.source.length) {
      const character = this.source.charAt(this.offset);
      if (character === close) break;
      if (character === '\\' && /[\\$}]/.test(this.source.charAt(this.offset + 1))) {
        text += this.source.charAt(this.offset + 1);
        this.offset += 2;
        continue;
      }
      const node = character === '$' ? this.dollar() : undefined;
      if (node === undefined) {
        text += character;
        this.offset += 1;
        continue;
      }
      nodes.push(text, node);
      text = '';
    }
    nodes.push(text);
    if (close !== '') this.expect(close);
    return nodes.filter((node) => node !== '');
  }

  /** `$1`, `$NAME`, `${…}`; any other `$` is itself. */
  private dollar(): Node | undefined {
    const simple = this.take(/\$(?:(\d+)|([A-Za-z_]\w*))/y);
    if (simple !== undefined) return node(simple, {});
    const braced = this.take(/\$\{(?:(\d+)|([A-Za-z_]\w*))/y);
    if (braced === undefined) return undefined;
    if (this.take(/:/y) !== undefined) return node(braced, { content: this.content('}') });
    if (braced[1] !== undefined && this.take(/\|/y) !== undefined) return node(braced, { options: this.options() });
    this.expect('}');
    return node(braced, {});
  }

  /** `a,b\,c|}`: commas, bars and backslashes are escaped. */
  private options(): string[] {
    const options: string[] = [];
    for (;;) {
      const option = this.take(/(?:\\[,|\\]|[^,|\\])+/y);
      if (option === undefined) throw new SyntaxError(`an empty option at ${this.offset} of ${this.source}`);
      options.push(option[0].replace(/\\(.)/g, '$1'));
      if (this.take(/,/y) !== undefined) continue;
      this.expect('|');
      this.expect('}');
      return options;
    }
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.source);
    if (match === null) return undefined;
    this.offset = pattern.lastIndex;
    return match;
  }

  private expect(character: string): void {
    if (this.source.charAt(this.offset) !== character) {
      throw new SyntaxError(`${character} is missing at ${this.offset} of ${this.source}`);
    }
    this.offset += 1;
  }
}

function node(match: RegExpExecArray, rest: Omit<Placeholder, 'tabstop'>): Node {
  const [, digits, name] = match;
  return name === undefined ? { tabstop: Number(digits), ...rest } : { name, content: rest.content ?? [] };
}

function collect(nodes: Node[], definitions: Map<number, Placeholder>, tabstops: number[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if ('tabstop' in node) {
      if (!tabstops.includes(node.tabstop)) tabstops.push(node.tabstop);
      const defines = node.content !== undefined || node.options !== undefined;
      if (defines && !definitions.has(node.tabstop)) definitions.set(node.tabstop, node);
    }
    collect(node.content ?? [], definitions, tabstops);
  }
}

function render(nodes: Node[], definitions: Map<number, Placeholder>, answers: Answers): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if ('name' in node) return answers.variables?.[node.name] ?? render(node.content, definitions, answers);
      const answer = answers.at?.get(node.tabstop);
      if (answer !== undefined) return answer;
      const definition = definitions.get(node.tabstop);
      return definition?.options?.[0] ?? render(definition?.content ?? [], definitions, answers);
    })
    .join('');
}

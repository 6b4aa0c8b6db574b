/**
 * Texts that a regular expression may take more than linear time for: what one of its repetitions takes, many times over, behind what
 * stands before it, and in front of something that does not fit.
 */

type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly least: number; readonly most: number }
  | { readonly kind: 'nothing'; readonly body?: Node };

/** The syntax of JavaScript; what Oniguruma has besides is read as far as the grammars use it. */
class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  choice(): Node {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options.length === 1 ? (options[0] as Node) : { kind: 'choice', options };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) parts.push(this.repeated());
    return { kind: 'sequence', parts };
  }

  private repeated(): Node {
    let node = this.single();
    for (;;) {
      const [written, least, most] = /^\{(\d+)(,?\d*)\}/.exec(this.source.slice(this.at)) ?? [];
      if (written) {
        this.at += written.length;
        const upper = most === '' ? Number(least) : most === ',' ? Number.POSITIVE_INFINITY : Number(most?.slice(1));
        node = { kind: 'repeat', body: node, least: Number(least), most: upper };
      } else if (this.take('*')) node = { kind: 'repeat', body: node, least: 0, most: Number.POSITIVE_INFINITY };
      else if (this.take('+')) node = { kind: 'repeat', body: node, least: 1, most: Number.POSITIVE_INFINITY };
      else if (this.take('?')) node = node.kind === 'repeat' ? node : { kind: 'repeat', body: node, least: 0, most: 1 };
      else return node;
    }
  }

  private single(): Node {
    if (this.take('(')) return this.group();
    if (this.take('^') || this.take('$')) return { kind: 'nothing' };
    const atom =
      /^(?:\\(?:p\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|x\{[^}]*\}|k<[^>]*>|.)|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|.)/su.exec(
        this.source.slice(this.at),
      )?.[0] ?? '';
    this.at += atom.length;
    return /^\\(?:[bBAzZGk]|\d)/.test(atom) ? { kind: 'nothing' } : { kind: 'atom', source: atom };
  }

  private group(): Node {
    const kind = /^\?(?:[:>]|<?[=!]|<\w+>|[imx-]+:)/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += kind.length;
    const body = this.choice();
    this.take(')');
    return /[=!]$/.test(kind) ? { kind: 'nothing', body } : body;
  }

  private take(char: string): boolean {
    if (!this.source.startsWith(char, this.at)) return false;
    this.at += char.length;
    return true;
  }
}

const alphabet = [...` a0\t"'#=[]{}()/\\:,.*-_;<>|$%@!?&+~^\`A\n\ré…\u00a0\u0001`];

/** Characters that an atom takes. */
function charactersOf(source: string): string[] {
  for (const flags of ['', 'u']) {
    try {
      const atom = new RegExp(`^(?:${source})$`, flags);
      return alphabet.filter((char) => atom.test(char));
    } catch {
      // With the other flags, then.
    }
  }
  return [];
}

/** Some texts that a node takes, the shortest first. */
function samples(node: Node, most: number): string[] {
  switch (node.kind) {
    case 'atom':
      return /^[^\\[.]/.test(node.source) ? [node.source] : charactersOf(node.source).slice(0, most);
    case 'nothing':
      return [''];
    case 'choice':
      return node.options.flatMap((option) => samples(option, 1)).slice(0, most);
    case 'repeat': {
      const inner = samples(node.body, most);
      return node.least === 0 ? ['', ...inner].slice(0, most) : inner.map((text) => text.repeat(node.least));
    }
    case 'sequence':
      return node.parts.reduce<string[]>(
        (all, part) => {
          const next = samples(part, 2);
          return all.flatMap((text) => next.map((more) => text + more)).slice(0, most);
        },
        [''],
      );
  }
}

/** Each repetition without an end, with a text that may stand before it. */
function* repetitions(node: Node, before: string): Generator<{ before: string; bodies: readonly string[] }> {
  switch (node.kind) {
    case 'choice':
      for (const option of node.options) yield* repetitions(option, before);
      return;
    case 'repeat':
      if (node.most > 50) {
        const bodies = node.body.kind === 'atom' ? charactersOf(node.body.source).slice(0, 12) : samples(node.body, 6);
        yield { before, bodies: bodies.filter((text) => text !== '') };
      }
      yield* repetitions(node.body, before);
      return;
    case 'nothing':
      if (node.body) yield* repetitions(node.body, before);
      return;
    case 'sequence': {
      let text = before;
      for (const part of node.parts) {
        yield* repetitions(part, text);
        text += samples(part, 1)[0] ?? '';
      }
    }
  }
}

/** What comes last, so that the expression does not match. */
const endings = ['', '\u0001', ' x', '\n', '"', '=x'];

/** Texts of about a length that may take an expression long. */
export function* attacks(source: string, length: number): Generator<string> {
  const tree = new Reader(source).choice();
  const seen = new Set<string>();
  for (const { before, bodies } of repetitions(tree, '')) {
    for (const body of bodies) {
      for (const pump of new Set([body, before + body])) {
        for (const lead of new Set([before, ''])) {
          if (seen.has(`${lead}\0${pump}`)) continue;
          seen.add(`${lead}\0${pump}`);
          const text = lead + pump.repeat(Math.ceil(length / pump.length));
          for (const ending of endings) yield text + ending;
        }
      }
    }
  }
  // Nearly the whole, many times.
  for (const whole of samples(tree, 4)) {
    for (const near of [whole, whole.slice(0, -1)]) {
      if (near !== '') yield near.repeat(Math.ceil(length / near.length));
    }
  }
}

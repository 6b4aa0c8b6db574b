/** Cuts Go source into tokens: as much of the language as reading its declarations needs. */

export interface GoToken {
  /** `end` closes a statement: a semicolon, or a line break where Go puts one in. */
  readonly type: 'name' | 'text' | 'number' | 'sign' | 'end';
  /** As written; of a text what it stands for. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** The comments right before the token, without their marks; a blank line cuts them off. */
  readonly comments: readonly string[];
}

const PATTERNS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['space', /[ \t\r]+/y],
  ['break', /\n/y],
  ['comment', /\/\/[^\n]*|\/\*[\s\S]*?\*\//y],
  ['name', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['number', /(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?|\.\d+)/y],
  ['raw', /`[^`]*`/y],
  ['text', /"(?:[^"\\\n]|\\.)*"/y],
  ['rune', /'(?:[^'\\\n]|\\.[^'\n]*)'/y],
  ['sign', /<<|>>|&\^|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|\.\.\.|[^\s]/y],
];

/** Go ends a statement at the end of a line whose last token is one of these (The Go Programming Language Specification, Semicolons). */
const ENDING_WORDS = new Set(['break', 'continue', 'fallthrough', 'return']);
const ENDING_SIGNS = new Set([')', ']', '}', '++', '--']);
const KEYWORDS = new Set(
  'case chan const default defer else for func go goto if import interface map package range select struct switch type var'.split(
    ' ',
  ),
);

function endsStatement(token: GoToken | undefined): boolean {
  if (!token) return false;
  if (token.type === 'name') return ENDING_WORDS.has(token.text) || !KEYWORDS.has(token.text);
  if (token.type === 'sign') return ENDING_SIGNS.has(token.text);
  return token.type !== 'end';
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What an interpreted string literal stands for. Bytes beyond ASCII (`\xff`) come out as that code point. */
function unescaped(body: string): string {
  return body.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g,
    (_, x, u, long, octal, one) => {
      if (one !== undefined) return ESCAPES[one] ?? one;
      return String.fromCodePoint(octal ? Number.parseInt(octal, 8) : Number.parseInt(x ?? u ?? long, 16));
    },
  );
}

function withoutMarks(comment: string): string {
  return comment.startsWith('//') ? comment.slice(2).trim() : comment.slice(2, -2).trim();
}

function match(source: string, offset: number): [kind: string, text: string] | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = offset;
    const text = pattern.exec(source)?.[0];
    if (text) return [kind, text];
  }
  return undefined;
}

/** The tokens of a file, statement ends included. */
export function tokenize(source: string): GoToken[] {
  const tokens: GoToken[] = [];
  let comments: string[] = [];
  let line = 1;
  let lineIsBlank = true;
  const add = (type: GoToken['type'], text: string) => {
    tokens.push({ type, text, line, comments });
    comments = [];
  };
  for (let offset = 0; offset < source.length; ) {
    const [kind, text] = match(source, offset) ?? ['sign', source[offset] as string];
    offset += text.length;
    if (kind === 'break') {
      if (endsStatement(tokens.at(-1))) add('end', '\n');
      else if (lineIsBlank) comments = [];
      line += 1;
      lineIsBlank = true;
      continue;
    }
    if (kind === 'space') continue;
    lineIsBlank = false;
    if (kind === 'comment') comments.push(withoutMarks(text));
    else if (kind === 'raw') add('text', text.slice(1, -1).replaceAll('\r', ''));
    else if (kind === 'text' || kind === 'rune') add('text', unescaped(text.slice(1, -1)));
    else if (text === ';') add('end', text);
    else add(kind as GoToken['type'], text);
    line += text.split('\n').length - 1;
  }
  add('end', '\n');
  return tokens;
}

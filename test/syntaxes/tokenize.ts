import { readFileSync } from 'node:fs';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

export interface Token {
  text: string;
  scopes: string[];
}

const scopeName = 'source.toml.gitlab-runner';

/** A shell with what runs away in real shell grammars: a quote and a here-document that nothing closes. */
const shell = {
  scopeName: 'source.shell',
  patterns: [
    { match: '#.*$', name: 'comment.line.shell' },
    { begin: '"', end: '"', name: 'string.quoted.double.shell' },
    { begin: '<<(\\w+)', end: '^\\1$', name: 'string.unquoted.heredoc.shell' },
    { match: '\\b(?:echo|if|then|fi)\\b', name: 'keyword.shell' },
  ],
  repository: {},
};

/** A grammar, and what reads it: by a file's path, or itself. */
export interface GrammarFiles {
  readonly scopeName: string;
  readonly grammars: Readonly<Record<string, string | IRawGrammar>>;
  /** Scope names of grammars that are injected into `scopeName`. */
  readonly injections?: string[];
}

export const TOML_GRAMMARS = {
  [scopeName]: 'syntaxes/gitlab-runner-config.tmLanguage.json',
  [shell.scopeName]: shell as unknown as IRawGrammar,
};

let oniguruma: Promise<void> | undefined;

/** Loads a grammar as VS Code does. */
export async function loadGrammar({ scopeName, grammars, injections = [] }: GrammarFiles): Promise<IGrammar> {
  oniguruma ??= loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (name) => {
      const grammar = grammars[name];
      return typeof grammar === 'string' ? parseRawGrammar(readFileSync(grammar, 'utf8'), grammar) : (grammar ?? null);
    },
    getInjections: (name) => (name === scopeName ? injections : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`There is no grammar for ${scopeName}`);
  return grammar;
}

const loading = loadGrammar({ scopeName, grammars: TOML_GRAMMARS });

/** The tokens of each line, without the scope that every token has, and the slowest line's milliseconds. */
export async function tokenize(text: string, loaded = loading): Promise<{ lines: Token[][]; slowestLine: number }> {
  const grammar = await loaded;
  let stack = INITIAL;
  let slowestLine = 0;
  const lines = text.split(/\r?\n/).map((line) => {
    const start = performance.now();
    const result = grammar.tokenizeLine(line, stack);
    slowestLine = Math.max(slowestLine, performance.now() - start);
    stack = result.ruleStack;
    return result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scopes: token.scopes.slice(1).flatMap((scope) => scope.split(' ')),
    }));
  });
  return { lines, slowestLine };
}

/** For each mark in the text (which is not part of it), the scopes of the character after it, outermost first. */
export async function scopesAtMarks(marked: string, mark = '|', loaded = loading): Promise<string[]> {
  const marks: { line: number; character: number }[] = [];
  const text = marked
    .split('\n')
    .map((line, number) => {
      const parts = line.split(mark);
      let character = 0;
      for (const part of parts.slice(0, -1)) {
        character += part.length;
        marks.push({ line: number, character });
      }
      return parts.join('');
    })
    .join('\n');
  const { lines } = await tokenize(text, loaded);
  return marks.map(({ line, character }) => {
    let end = 0;
    const token = lines[line]?.find((candidate) => {
      end += candidate.text.length;
      return character < end;
    });
    return token?.scopes.join(' ') ?? '';
  });
}

/** What the grammar calls invalid, as `line:text scope`, lines from 0. */
export async function invalidTokens(text: string): Promise<string[]> {
  const { lines } = await tokenize(text);
  return lines.flatMap((tokens, line) =>
    tokens.flatMap((token) => {
      const scope = token.scopes.find((name) => name.startsWith('invalid.'));
      return scope === undefined ? [] : [`${line}:${token.text} ${scope}`];
    }),
  );
}

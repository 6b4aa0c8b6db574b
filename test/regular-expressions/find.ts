/** Finds the regular expressions of the project by itself, so that a new one is tested as well. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildSync } from 'esbuild';

export interface FoundExpression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
  /** In a grammar: what is written in it of the text before stands for itself. */
  readonly isBegin?: boolean;
}

/** The files below some folders. */
export function filesIn(folders: readonly string[], ending: string): string[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((name) => name.endsWith(ending) && !name.includes('generated'))
    .sort();
}

/** The literals in files of TypeScript. */
export function literalsIn(files: readonly string[]): FoundExpression[] {
  // Plain JavaScript without types and comments; all at once, since each call starts a process.
  const { outputFiles } = buildSync({
    entryPoints: [...files],
    bundle: false,
    write: false,
    outdir: '.',
    outbase: '.',
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: true,
  });
  return outputFiles.flatMap(({ path, text }) => {
    const file = relative('.', path).replace(/js$/, 'ts');
    return literalsOf(text).map((literal) => ({ file, ...literal }));
  });
}

const keywords = /(?:^|[^\w$.])(?:return|typeof|case|in|of|else|do|void|delete|instanceof|new|yield|await)$/;

/** The literals in JavaScript: a slash begins one where no value can stand in front of it. */
export function literalsOf(code: string): { source: string; flags: string }[] {
  const found: { source: string; flags: string }[] = [];
  /** Braces that are open, and whether they are those of a template. */
  const open: boolean[] = [];
  let before = '';
  for (let at = 0; at < code.length; ) {
    const char = code.charAt(at);
    if (char === '`' || (char === '}' && open.at(-1))) {
      if (char === '}') open.pop();
      const end = templateEnd(code, at + 1);
      if (code.charAt(end - 1) === '{') open.push(true);
      before = code.charAt(end - 1) === '{' ? '{' : 'x';
      at = end;
      continue;
    }
    if (char === '{') open.push(false);
    if (char === '}') open.pop();
    if (char === '"' || char === "'") {
      at = quotedEnd(code, at, char);
      before = 'x';
      continue;
    }
    if (char === '/' && (before === '' || /[(,=:[!&|?{};+\-*%<>~^]$/.test(before) || keywords.test(before))) {
      const end = literalEnd(code, at);
      const flags = /^[a-z]*/.exec(code.slice(end))?.[0] ?? '';
      found.push({ source: code.slice(at + 1, end - 1), flags });
      at = end + flags.length;
      before = 'x';
      continue;
    }
    if (/\S/.test(char)) before = (before + char).slice(-12);
    else if (/\w$/.test(before)) before = /^\w/.test(code.slice(at).trimStart()) ? ' ' : before;
    at++;
  }
  return found;
}

function quotedEnd(code: string, start: number, quote: string): number {
  for (let at = start + 1; at < code.length; at++) {
    if (code.charAt(at) === '\\') at++;
    else if (code.charAt(at) === quote) return at + 1;
  }
  throw new Error(`a text without an end: ${code.slice(start - 40, start + 40)}`);
}

/** Behind the backtick of a template, or behind the `{` of a part of it. */
function templateEnd(code: string, start: number): number {
  for (let at = start; at < code.length; at++) {
    if (code.charAt(at) === '\\') at++;
    else if (code.charAt(at) === '`') return at + 1;
    else if (code.startsWith('${', at)) return at + 2;
  }
  throw new Error('a template without an end');
}

function literalEnd(code: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < code.length; at++) {
    const char = code.charAt(at);
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '\n') break;
    else if (char === '/' && !inClass) return at + 1;
  }
  throw new Error(`a regular expression without an end: ${code.slice(start, start + 80)}`);
}

/** The expressions of the grammars of TextMate, and of other data that an editor matches. */
export function grammarExpressions(file: string): FoundExpression[] {
  const found: FoundExpression[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && /^(?:match|begin|end|while|start|pattern|\w+Pattern|\w+Text)$/.test(name)) {
        found.push({ file, source: inner, flags: '', isBegin: /^(?:match|begin)$/.test(name) });
      } else visit(inner);
    }
  };
  visit(JSON.parse(readFileSync(file, 'utf8')));
  return found;
}

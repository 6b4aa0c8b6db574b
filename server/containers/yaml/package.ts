/**
 * All that is used of the `yaml` package: its lexer, its parser and its concrete syntax tree, which are internals of it and may go
 * with a next version. A test holds that no other file asks for it.
 */
import { CST, Lexer, Parser } from 'yaml';
import type { FlowStyle } from './tree';

export type { CST } from 'yaml';

/** Of the lexer's marks, those that stand for no character of the text. */
const MARKS = { document: '\x02', flowEnd: '\x18', scalar: '\x1f' };

/** What the parser makes of a text, up to the place where it becomes too deep. */
export function* syntaxTokens(text: string, depth: Depth): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    if (depth.exceedsAfter(lexeme)) break;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

/** Counts the brackets that are open, and the dashes of a line. The parser calls itself for each. */
export class Depth {
  /** Where there were too many. */
  exceeded: number | undefined;
  private offset = 0;
  private brackets = 0;
  private dashes = 0;
  private isScalar = false;

  constructor(private readonly deepest: number) {}

  exceedsAfter(lexeme: string): boolean {
    if (lexeme === MARKS.scalar && !this.isScalar) {
      this.isScalar = true;
      return false;
    }
    if (!this.isScalar) {
      if (lexeme === '[' || lexeme === '{') this.brackets++;
      else if (lexeme === ']' || lexeme === '}') this.brackets--;
      else if (lexeme === '-') this.dashes++;
      else if (lexeme === MARKS.flowEnd) this.brackets = 0;
      else if (lexeme.endsWith('\n')) this.dashes = 0;
      if (lexeme === MARKS.document || lexeme === MARKS.flowEnd) return false;
    }
    this.isScalar = false;
    if (this.brackets > this.deepest || this.dashes > this.deepest) this.exceeded = this.offset;
    this.offset += lexeme.length;
    return this.exceeded !== undefined;
  }
}

const FLOW_TYPES = {
  plain: 'scalar',
  'single-quoted': 'single-quoted-scalar',
  'double-quoted': 'double-quoted-scalar',
} as const;

/** What a flow scalar says; `written` is with its quotes. A mistake in it is the YAML extension's to say. */
export function flowScalarText(written: string, style: FlowStyle): string {
  const token = { type: FLOW_TYPES[style], offset: 0, indent: 0, source: written };
  return CST.resolveAsScalar(token, false, ignoreError)?.value ?? '';
}

/**
 * What the lines of a block scalar say. Their indentation is said in the header, whether or not the file says it: the first line
 * may be one of a template, with less than the block has.
 */
export function blockScalarText(body: string, sign: '|' | '>', indent: number, chomp: string): string {
  const header = { type: 'block-scalar-header' as const, offset: 0, indent: 0, source: `${sign}1${chomp}` };
  const token = { type: 'block-scalar' as const, offset: 0, indent: indent - 1, props: [header], source: body };
  return CST.resolveAsScalar(token, false, ignoreError)?.value ?? '';
}

function ignoreError(): void {}

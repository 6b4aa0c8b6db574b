/** Takes what is no TOML: elided lines, template actions, conflict markers, other languages' comments, pasted JSON and YAML. */
import { message } from '../text/message';
import { jsonBlock, yamlBlock } from './foreign-block';
import type { ParserState } from './parser-state';
import { foreignLine, looksLikePair } from './recovery';
import { TokenKind } from './token';

export class ForeignText {
  /** Whether the text is between the markers of a merge conflict. */
  private inConflict = false;
  /** Up to here it is known that no block of YAML starts. */
  private noYamlBefore = 0;

  constructor(private readonly state: ParserState) {}

  /** Reports and skips the line, or the block of lines, that starts at the current token, if it is no TOML. */
  take(): boolean {
    const { lexer, text } = this.state;
    // Most lines are a key, a space and more.
    const next = text.charCodeAt(lexer.end);
    if (lexer.kind === TokenKind.bareKey && (next === 0x20 || next === 0x3d) && text.charCodeAt(lexer.start) !== 0x2d)
      return false;
    // `-- = 1` and `--- = 1` are odd, but keys.
    if (text.charAt(lexer.start) === '-' && looksLikePair(text, lexer.start)) return false;
    return this.takeBlock() || this.takeLine();
  }

  private takeLine(): boolean {
    const { state } = this;
    const { lexer } = state;
    const { start } = lexer;
    const code = foreignLine(state.text, start);
    if (code === undefined) return false;
    const end = Math.max(state.contentEnd(start), lexer.end);
    if (code === 'merge-conflict') {
      const marker = state.text.charAt(start);
      // The whole conflict is one cause: the markers after the first are only skipped.
      if (marker === '<' || !this.inConflict) state.report(code, start, end);
      this.inConflict = marker !== '>';
    } else if (code === 'foreign-format') {
      const isYaml = state.text.charAt(start) === '-';
      const said = isYaml ? message('foreign-format', { format: 'YAML' }) : message('foreign-format.markdown');
      state.reportAs(code, start, end, said);
    } else state.report(code, start, end);
    lexer.takeInvalid(end);
    state.keyToken();
    return true;
  }

  /** One problem on the first line, and the whole block is skipped. */
  private takeBlock(): boolean {
    const { state } = this;
    const { lexer, text } = state;
    const { kind, start } = lexer;
    let end: number | undefined;
    let format = 'JSON';
    if (kind === TokenKind.leftBrace || kind === TokenKind.leftBracket) end = jsonBlock(text, start);
    else if (start >= this.noYamlBefore && this.mayBeYaml()) {
      const block = yamlBlock(text, start);
      if (block.yaml) end = block.end;
      else this.noYamlBefore = block.end;
      format = 'YAML';
    }
    if (end === undefined) return false;
    // JSON has its whole text on one line often; its bracket is enough to see.
    const problemEnd = format === 'JSON' ? start + 1 : state.contentEnd(start);
    state.reportAs('foreign-format', start, problemEnd, message('foreign-format', { format }));
    lexer.takeInvalid(Math.max(end, lexer.end));
    state.keyToken();
    return true;
  }

  /** A quick look, so that a line of TOML costs nothing: `key:`, `- item`, `---`. */
  private mayBeYaml(): boolean {
    const { lexer, text } = this.state;
    const next = text.charAt(lexer.end);
    if (next === ':') return true;
    return text.charAt(lexer.start) === '-' && (next === ' ' || text.startsWith('---', lexer.start));
  }
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { documentHighlights } from '../../../server/features/document-highlights';
import { createDocument } from '../../../server/meaning/create-document';
import { readCursor } from '../cursor';

/** The text with what is highlighted between marks: `<write>`, `(text)`. */
function highlighted(marked: string): string {
  const { text, offset } = readCursor(marked);
  const document = createDocument('config.toml', text);
  let result = '';
  let at = 0;
  for (const { range, kind } of documentHighlights(document, offset)) {
    const [start, end] = [document.offset(range.start), document.offset(range.end)];
    const [open, close] = kind === DocumentHighlightKind.Write ? '<>' : '()';
    result += text.slice(at, start) + open + text.slice(start, end) + close;
    at = end;
  }
  return result + text.slice(at);
}

describe('document highlights', () => {
  it('show where a table is defined and the headers that pass through it', () => {
    assert.equal(
      highlighted('[[runners]]\n[runners.dock|er]\n[runners.docker.sysctls]\n[[runners]]\n[runners.docker]\n'),
      '[[runners]]\n[runners.<docker>]\n[runners.(docker).sysctls]\n[[runners]]\n[runners.docker]\n',
    );
  });

  it('stay with one runner', () => {
    assert.equal(
      highlighted('[[runners]]\n[runners.a]\n[[runners]]\n[|runners.a]\n[runners.b.c]\n'),
      '[[runners]]\n[runners.a]\n[[<runners>]]\n[(runners).a]\n[(runners).b.c]\n',
    );
  });

  it('show a key that is defined twice', () => {
    assert.equal(
      highlighted('[a]\nlimit = 1\nlimi|t = 2\n[b]\nlimit = 3\n'),
      '[a]\n<limit> = 1\n<limit> = 2\n[b]\nlimit = 3\n',
    );
  });

  it('show dotted keys and inline tables', () => {
    assert.equal(highlighted('a|.b = 1\na.c = 2\n'), '(a).b = 1\n(a).c = 2\n');
    assert.equal(highlighted('x = [{ a = 1 }, { |a = 2, b.a = 3 }]\n'), 'x = [{ a = 1 }, { <a> = 2, b.a = 3 }]\n');
  });

  it('know quoted and bare spellings of a name', () => {
    assert.equal(highlighted('[a.b]\n["a|".c]\n'), '[(a).b]\n[("a").c]\n');
  });

  it('show nothing in values, comments and between', () => {
    for (const text of ['a = |1\n', '# a|\n', '|\na = 1\n', '[|]\n']) {
      assert.equal(highlighted(text), text.replace('|', ''));
    }
  });

  it('survive what is not finished', () => {
    assert.equal(highlighted('[[runners|\n[runners.\n'), '[[<runners>\n[(runners).\n');
    assert.equal(highlighted('ab|c\n'), '<abc>\n');
  });
});

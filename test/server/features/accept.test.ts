// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets has placeholders of the same look.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDocument } from '../../../server/meaning/create-document';
import { accept, expandSnippet } from './accept';

test('a snippet expands to its defaults, first choices and the sample', () => {
  assert.equal(expandSnippet('a = "$1"'), 'a = ""');
  assert.equal(expandSnippet('a = "$1"$0', 'x'), 'a = "x"');
  assert.equal(expandSnippet('a = ${1|true,false|}'), 'a = true');
  assert.equal(expandSnippet('a = ${1|x\\,y,z|}'), 'a = x,y');
  assert.equal(expandSnippet('a = "${1:v${CI\\}}"'), 'a = "v${CI}"');
  assert.equal(expandSnippet('a = "\\${CI\\}"'), 'a = "${CI}"');
  assert.throws(() => expandSnippet('a = ${oops'), /Not a snippet/);
});

test('edits that overlap or lie away from the cursor are refused', () => {
  const document = createDocument('file:///config.toml', 'abc\n');
  const range = (start: number, end: number) => ({
    start: { line: 0, character: start },
    end: { line: 0, character: end },
  });
  const item = { label: 'x', textEdit: { range: range(0, 2), newText: 'x' } };
  assert.equal(accept(document, 1, item), 'xc\n');
  assert.throws(() => accept(document, 3, item), /away from the cursor/);
  const overlapping = { ...item, additionalTextEdits: [{ range: range(1, 3), newText: '' }] };
  assert.throws(() => accept(document, 1, overlapping), /overlap/);
});

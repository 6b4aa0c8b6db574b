/** Template text is said not to be checked; what is around it is explained as ever. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/features/hover';
import { createDocument } from '../../../server/meaning/create-document';
import { readFile } from '../../../server/meaning/host-file';
import { message } from '../../../server/text/message';
import { readCursor } from '../cursor';
import { context } from '../findings';
import { said } from '../said';

const TAG = said(message('hover.template'));
const VALUE = said(message('hover.templated-value'));

function hoverAt(marked: string, uri = 'file:///config.toml.j2') {
  const { text, offset } = readCursor(marked);
  const document = createDocument(uri, text);
  const found = hover(document, offset, context);
  return { says: markdown(found), on: found?.range && covered(document, found.range) };
}

const markdown = (found: Hover | undefined) => (found?.contents as MarkupContent | undefined)?.value;

function covered(document: ReturnType<typeof createDocument>, range: NonNullable<Hover['range']>) {
  return document.text.slice(document.offset(range.start), document.offset(range.end));
}

test('an expression that is a value', () => {
  const { says, on } = hoverAt('concurrent = {{ run|ners }}\n');
  assert.equal(says, TAG);
  assert.equal(on, '{{ runners }}');
});

test('a statement on a line of its own', () => {
  assert.equal(hoverAt('{% if| x %}\nconcurrent = 1\n{% endif %}\n').says, TAG);
});

test('an expression in a string, and the string around it', () => {
  assert.equal(hoverAt('[[runners]]\n  name = "a {{| b }} c"\n').on, '{{ b }}');
  const { says, on } = hoverAt('[[runners]]\n  name = "a| {{ b }} c"\n');
  assert.equal(says, VALUE);
  assert.equal(on, '"a {{ b }} c"');
});

test('a value is not said in words that will not be', () => {
  assert.equal(hoverAt('[[runners]]\n  [runners.docker]\n    memory = "12|8{{ unit }}"\n').says, VALUE);
});

test('a feature flag is explained, whatever its value will be', () => {
  const { says = '' } = hoverAt('[[runners]]\n  environment = ["FF_USE|_FASTZIP={{ fast }}"]\n');
  assert.match(says, /FF_USE_FASTZIP.* — feature flag/);
  assert.ok(says.endsWith(`\n\n${VALUE}`));
});

test('keys and headers are explained as ever', () => {
  assert.match(hoverAt('con|current = {{ runners }}\n').says ?? '', /^\*\*`concurrent`\*\*/);
  assert.match(hoverAt('[[run|ners]]\n  name = "{{ a }}"\n').says ?? '', /^\*\*`\[\[runners\]\]`\*\*/);
});

test('values without template text are, too', () => {
  assert.match(hoverAt('x = {{ y }}\n[[runners]]\n  unhealthy_interval = "9|0s"\n').says ?? '', /1 minute 30 seconds/);
});

test('a text that is no template has none', () => {
  assert.match(hoverAt('[[runners]]\n  name = "{{ |a }}"\n', 'file:///config.toml').says ?? '', /^\*\*`name`\*\*/);
});

test('in YAML the range is one of the file', () => {
  const yaml = 'runners:\n  config: |\n    [[runners]]\n      url = {{ .Values.url | quote }}\n';
  const [document] = readFile('file:///values.yaml', yaml, 'yaml').documents;
  assert.ok(document);
  const found = hover(document, document.text.indexOf('Values'), context);
  assert.equal(markdown(found), TAG);
  assert.deepEqual(found?.range, { start: { line: 3, character: 12 }, end: { line: 3, character: 37 } });
});

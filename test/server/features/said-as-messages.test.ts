/** Every word that features write comes from the catalog: said in a language that marks its sentences, nothing is left unmarked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkupContent } from 'vscode-languageserver-types';
import { completion, resolveCompletion } from '../../../server/features/completion';
import { flagDocumentation } from '../../../server/features/flag-documentation';
import { hover } from '../../../server/features/hover';
import { keyDocumentation } from '../../../server/features/key-documentation';
import type { Context } from '../../../server/meaning/context';
import { counted } from '../../counted';
import { readCursor } from '../cursor';
import { documentOf, context as english } from '../findings';
import { noTexts } from './completing';

/** Says a message as `«its id»`, whatever its arguments are. */
const context: Context = { ...english, texts: noTexts, say: ({ id }) => `«${id}»` };

/** The lines of a Markdown text that hold anything but messages, one or several beside each other. */
function unmarked(markdown: string): string[] {
  return markdown.split('\n').filter((line) => !/^(?:- )?(?:«[\w.-]+»(?: · )?)*$/.test(line));
}

test('the documentation of each key and flag', () => {
  const { keys, removedKeys, featureFlags } = context.schema;
  for (const key of counted([...keys, ...removedKeys])) {
    assert.deepEqual(unmarked(keyDocumentation(key, context)), [], key.path);
    const { documentation } = resolveCompletion({ label: key.name, data: key.path }, context);
    assert.ok(MarkupContent.is(documentation), key.path);
    assert.deepEqual(unmarked(documentation.value), [], key.path);
  }
  for (const flag of featureFlags) assert.deepEqual(unmarked(flagDocumentation(flag, context)), [], flag.name);
});

test('hovers', () => {
  const texts = [
    '[[runners]]\npre_clone|_script = ""\n',
    '[[runners]]\nunhealthy_interval = "9|0s"\n',
    '[[runners]]\nenvironment = ["FF_USE|_FASTZIP=true"]\n',
    '[[runners]]\n[runners.kubernetes.node_selector]\ndis|k = "ssd"\n',
  ];
  for (const marked of texts) {
    const { text, offset } = readCursor(marked);
    const { contents } = hover(documentOf(text), offset, context) ?? assert.fail(marked);
    assert.ok(MarkupContent.is(contents) && contents.value.length > 0, marked);
    assert.deepEqual(unmarked(contents.value), [], marked);
  }
});

test('details of completion', () => {
  const texts = [
    '|',
    '[[runners]]\n|',
    '[[|',
    '# gitlab-runner: |',
    '[[runners]]\nexecutor = |',
    '[[runners]]\nenvironment = ["|"]',
    '[[runners]]\n[runners.feature_flags]\n|',
    'check_interval = |',
    '[[runners]]\n[runners.docker]\nvolumes = |',
  ];
  for (const marked of texts) {
    const { text, offset } = readCursor(marked);
    const items = completion(documentOf(text), offset, context);
    assert.ok(items.length > 0, marked);
    for (const { label, detail = '' } of items) {
      // A header is code, not a sentence.
      if (!/^\[.*\]$/.test(detail)) assert.deepEqual(unmarked(detail), [], `${label} at ${marked}`);
    }
  }
});

/** Fixes are tried before they are offered: what mends nothing is not, and what trades is not preferred. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions, fixAll } from '../../../server/features/code-actions';
import { readConfiguration } from '../../../server/meaning/configuration';
import { applyEdits } from '../../../server/text/edit';
import { context, documentOf } from '../findings';

const titlesAt = (text: string, word: string) => {
  const start = text.indexOf(word);
  const actions = codeActions(readConfiguration(documentOf(text)), { start, end: start }, context, {
    only: undefined,
    overrides: {},
  });
  return actions.map(({ title, isPreferred }) => (isPreferred ? `${title} *` : title));
};

test('one that only trades an error for another is not offered', () => {
  assert.deepEqual(titlesAt('[[runners]]\n  [runners.docker]\n    volumes = ["/a:/a "/cache"]\n', '"/a:/a'), []);
});

test('one that draws other words as grave as those that it takes away is not preferred', () => {
  const text =
    '[[runners]]\n  [runners.cache]\n    [runners.cache.gcp]\n      Type = "gcs"\n      Path = "x"\n      BucketName = "b"\n';
  assert.deepEqual(titlesAt(text, 'gcp'), ['Change to `[runners.cache.gcs]`', 'Ignore unknown-table on this line']);
});

test('"Ignore …" is offered where a comment can do that', () => {
  assert.deepEqual(titlesAt('# gitlab-runner: version=99.0\nconcurrent = 1\n', 'version'), []);
});

test('"fix all" makes what mends, though another fix beside it would only trade', () => {
  const text = 'concurrent = "4"\nlimit = [\n  a runners: "x"\n  b runners: "y"\n';
  const after = applyEdits(text, fixAll(documentOf(text), context));
  assert.match(after, /^concurrent = 4$/m);
  assert.deepEqual(fixAll(documentOf(after), context), []);
});

test('a mended key whose value fails jobs is offered and not preferred: the value is the next thing to mend', () => {
  const text = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    pull_polcy = "nevr"\n';
  assert.deepEqual(titlesAt(text, 'pull_polcy').slice(0, 1), ['Rename to `pull_policy`']);
  const right = text.replace('nevr', 'never');
  assert.deepEqual(titlesAt(right, 'pull_polcy').slice(0, 1), ['Rename to `pull_policy` *']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeActions, fixAll } from '../../../server/features/code-actions';
import { FIX_ALL } from '../../../server/features/code-actions/fix-all';
import { readConfiguration } from '../../../server/meaning/configuration';
import { applyEdits } from '../../../server/text/edit';
import { context, documentOf } from '../findings';

const actionsAt = (text: string, word: string, only?: string[]) => {
  const start = text.indexOf(word);
  return codeActions(readConfiguration(documentOf(text)), { start, end: start }, context, { only, overrides: {} });
};

test('the fixes of what is at the cursor, then the way to ignore it', () => {
  const text = 'concurent = 1\nfoo = 2\n';
  const actions = actionsAt(text, 'concurent');
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ['Rename to `concurrent`', true],
      ['Ignore unknown-key on this line', false],
    ],
  );
  assert.equal(actions[0]?.diagnostics?.[0]?.code, 'unknown-key');
});

test('an error is not ignored', () => {
  assert.deepEqual(
    actionsAt('concurrent = "1"\n', '"1"').map(({ title }) => title),
    ['Change to `1`'],
  );
});

test('"fix all" mends what has one meaning, and leaves the rest', () => {
  const text =
    '# mine\n[runners] # one\n  Name = "a"\n  imag = "x"\n  [runners.docker]\n    privileged = "true" # dind\n    services = ["mysql"]\n';
  assert.equal(
    applyEdits(text, fixAll(documentOf(text), context)),
    '# mine\n[[runners]] # one\n  name = "a"\n  imag = "x"\n  [runners.docker]\n    privileged = true # dind\n    [[runners.docker.services]]\n      name = "mysql"\n',
  );
  const [action] = actionsAt(text, '# mine', ['source.fixAll']);
  assert.equal(action?.kind, FIX_ALL);
  assert.deepEqual(actionsAt(text, '# mine'), []);
});

test('"fix all" types what a Chinese keyboard typed as TOML', () => {
  const text =
    '＃ mine\n［［runners］］\n  name＝“a”\n  limit = ５\n  【runners．docker］\n    volumes = ［“/a”，“/b”］ ＃ two\n';
  assert.equal(
    applyEdits(text, fixAll(documentOf(text), context)),
    '# mine\n[[runners]]\n  name="a"\n  limit = 5\n  [runners.docker]\n    volumes = ["/a","/b"] # two\n',
  );
});

test('a code that is switched off is not fixed', () => {
  assert.deepEqual(fixAll(documentOf('Concurrent = 1\n'), context, { 'key-case': 'off' }), []);
});

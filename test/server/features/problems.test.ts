import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Service } from '../../../server/service';

function pathsOf(uri: string, languageId: string, text: string): string[] {
  const problems = new Service().problems({ uri, languageId, version: 1, getText: () => text });
  return problems.map(({ code, path, range }) => `${range.start.line}: ${code} ${path}`);
}

test('a problem is at its key, in any runner', () => {
  const text = 'foo = 1\n[[runners]]\n  limit = 1\n[[runners]]\n  [runners.docker]\n    imag = "alpine"\n';
  assert.deepEqual(pathsOf('file:///config.toml', 'gitlab-runner-config', text), [
    '0: unknown-key foo',
    '5: unknown-key runners.docker.imag',
  ]);
});

test('in YAML the place is one of the file', () => {
  const text = 'runners:\n  config: |\n    [[runners]]\n      limt = 1\n';
  assert.deepEqual(pathsOf('file:///values.yaml', 'yaml', text), ['3: unknown-key runners.limt']);
});

test('a comment is at no key', () => {
  const text = '# gitlab-runner: version=nonsense\nconcurrent = 1\n';
  const [problem] = pathsOf('file:///config.toml', 'gitlab-runner-config', text);
  assert.match(problem ?? '', /^0: [a-z-]+ $/);
});

/** The runners of a file and where they stand, by blocks and as a whole. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Service } from '../../../server/service';

const TOML = `concurrent = 4

[[runners]]
  name = "first"
  executor = "docker"

[[runners]]
  executor = "shell"
`;

function runnersIn(text: string, languageId = 'gitlab-runner-config') {
  const service = new Service({});
  const runners = service.runners({ uri: 'file:///a', languageId, version: 1, getText: () => text });
  return runners.map(({ index, name, executor, header, range }) => {
    const { start, end } = range;
    return [index, name, executor, header.start.line, `${start.line}-${end.line}`];
  });
}

test('each runner has its number, its name, its executor and its place', () =>
  assert.deepEqual(runnersIn(TOML), [
    [0, 'first', 'docker', 2, '2-6'],
    [1, undefined, 'shell', 6, '6-8'],
  ]));

test('a key that belongs to the first runner and stands behind the second has the file read as a whole', () =>
  assert.deepEqual(runnersIn(`${TOML}[session_server]\n`).length, 2));

test('runners in braces, and one that lacks the brackets', () => {
  assert.deepEqual(runnersIn('runners = [{ name = "a" }, { name = "b" }]\n'), [
    [0, 'a', undefined, 0, '0-0'],
    [1, 'b', undefined, 0, '0-1'],
  ]);
  assert.deepEqual(runnersIn('[runners]\nname = "a"\n'), [[0, 'a', undefined, 0, '0-2']]);
});

test('in YAML they are counted over all of its configurations', () => {
  const block = (name: string) => `  config: |\n    [[runners]]\n      name = "${name}"\n      executor = "docker"\n`;
  const values = `runners:\n${block('a')}gitlab-runner:\n  runners:\n${block('b').replace(/^/gm, '  ').trimEnd()}\n`;
  assert.deepEqual(
    runnersIn(values, 'yaml').map(([index, name, , line]) => [index, name, line]),
    [
      [0, 'a', 2],
      [1, 'b', 8],
    ],
  );
});

test('a file without one', () => assert.deepEqual(runnersIn('concurrent = 1\n'), []));

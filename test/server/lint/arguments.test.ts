/** The command line of `lint`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from '../../../server/lint/arguments';

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '));

test('files alone, with the defaults', () => {
  assert.deepEqual(read('lint config.toml -'), {
    format: 'text',
    maxWarnings: undefined,
    runnerVersion: undefined,
    paths: ['config.toml', '-'],
  });
});

test('options with a space, with an equals sign, before and after files', () => {
  assert.deepEqual(read('lint --format json a.toml --max-warnings=3 b.toml --runner-version 17.4'), {
    format: 'json',
    maxWarnings: 3,
    runnerVersion: { major: 17, minor: 4 },
    paths: ['a.toml', 'b.toml'],
  });
});

test('what follows -- is a file', () => {
  const options = read('lint -- --format json');
  assert.deepEqual(typeof options === 'object' && 'paths' in options && options.paths, ['--format', 'json']);
});

for (const line of ['--help', '-h', 'help', 'lint --help', 'lint a.toml -h']) {
  test(`${line} asks for help`, () => assert.equal(read(line), 'help'));
}

const wrong: Readonly<Record<string, string>> = {
  '': 'a command is missing',
  check: 'unknown command check',
  lint: 'no file is named',
  'lint --fix a.toml': 'unknown option --fix',
  'lint -x': 'unknown option -x',
  'lint a.toml --format': '--format needs a value',
  'lint --format xml a.toml': '--format is text or json, not xml',
  'lint --format sarif a.toml': '--format sarif is not there yet; use text or json',
  'lint --format=codequality a.toml': '--format codequality is not there yet; use text or json',
  'lint --max-warnings many a.toml': '--max-warnings is a number, not many',
  'lint --max-warnings -1 a.toml': '--max-warnings is a number, not -1',
  'lint --runner-version new a.toml': '--runner-version: `new` is not a version. Write one such as `16.6`.',
  'lint --runner-version 8.0 a.toml': '--runner-version: `8.0` is not a version of GitLab Runner.',
};

for (const [line, reason] of Object.entries(wrong)) {
  test(`"${line}" is refused: ${reason}`, () => assert.deepEqual(read(line), { wrong: reason }));
}

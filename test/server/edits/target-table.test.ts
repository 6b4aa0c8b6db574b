/** Which table a misplaced key goes to: one that is there, or a new one, and none where it would be a guess. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixed, fixTitles } from '../findings';

const DOCKER = 'Move to `[runners.docker]`';
const RUNNERS = 'Move to `[[runners]]`';

const runner = (lines: string) => `[[runners]]\n  executor = "docker"\n${lines}`;

function moves(text: string, title: string, wanted: string): void {
  assert.deepEqual(fixTitles(text), [title]);
  assert.equal(fixed(text, title), wanted);
}

describe('a key goes to', () => {
  it('the table that is there, behind its pairs', () =>
    moves(
      runner('  image = "a"\n  [runners.docker]\n    privileged = true\n'),
      DOCKER,
      runner('  [runners.docker]\n    privileged = true\n    image = "a"\n'),
    ));

  it('a new table where none is', () =>
    moves(runner('  image = "a"\n'), DOCKER, runner('  [runners.docker]\n    image = "a"\n')));

  it('a new header of a table that only longer headers imply', () =>
    moves(
      runner('  image = "a"\n  [[runners.docker.services]]\n    name = "x"\n'),
      DOCKER,
      runner('  [runners.docker]\n    image = "a"\n  [[runners.docker.services]]\n    name = "x"\n'),
    ));

  it('the table around the list that it stands in', () =>
    moves(
      '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n  [[runners.kubernetes.host_aliases]]\n    ip = "1"\n    hostnames = ["a"]\n    namespace = "x"\n',
      'Move to `[runners.kubernetes]`',
      '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n    namespace = "x"\n  [[runners.kubernetes.host_aliases]]\n    ip = "1"\n    hostnames = ["a"]\n',
    ));

  it('its own runner of several', () =>
    moves(
      '[[runners]]\n  name = "a"\n[[runners]]\n  name = "b"\n  [runners.docker]\n    limit = 2\n',
      RUNNERS,
      '[[runners]]\n  name = "a"\n[[runners]]\n  name = "b"\n  limit = 2\n  [runners.docker]\n',
    ));

  it('the one runner of the file, or a first one', () => {
    moves('limit = 3\n[[runners]]\n  name = "a"\n', RUNNERS, '[[runners]]\n  name = "a"\n  limit = 3\n');
    moves('limit = 3\n', RUNNERS, '[[runners]]\n  limit = 3\n');
  });

  it('the top of the file', () =>
    moves(
      '[[runners]]\n  [runners.docker]\n    concurrent = 3\n',
      'Move to the top of the file',
      'concurrent = 3\n\n[[runners]]\n  [runners.docker]\n',
    ));

  it('the top, behind a comment about the file and before one about the first table', () => {
    for (const [before, after] of [
      ['# a\n\n', '# a\n\nconcurrent = 1\n\n'],
      ['# a\n# b\n\n', '# a\n# b\n\nconcurrent = 1\n\n'],
      ['# a\n\n\n', '# a\n\nconcurrent = 1\n\n'],
      ['# a\n\n# b\n', '# a\n\nconcurrent = 1\n\n# b\n'],
      ['# a\n', 'concurrent = 1\n\n# a\n'],
      ['\n', 'concurrent = 1\n\n'],
      ['', 'concurrent = 1\n\n'],
      ['log_level = "info"\n\n', 'log_level = "info"\nconcurrent = 1\n\n'],
    ] as const)
      moves(`${before}[[runners]]\nconcurrent = 1\n`, 'Move to the top of the file', `${after}[[runners]]\n`);
  });

  it('a new table below the one that it stands in', () =>
    moves(
      '[[runners]]\n  [runners.cache]\n    CredentialsFile = "x"\n',
      'Move to `[runners.cache.gcs]`',
      '[[runners]]\n  [runners.cache]\n    [runners.cache.gcs]\n      CredentialsFile = "x"\n',
    ));
});

describe('a key stays', () => {
  const stays = (text: string) => assert.deepEqual(fixTitles(text), []);

  it('where one of several runners would be a guess', () =>
    stays('limit = 3\n[[runners]]\n  name = "a"\n[[runners]]\n  name = "b"\n'));

  it('where its table is in braces, or made by dotted keys', () => {
    stays(runner('  image = "a"\n  docker = { privileged = true }\n'));
    stays(runner('  image = "a"\n  docker.privileged = true\n'));
  });

  it('where the header of its table is being typed', () =>
    assert.deepEqual(fixTitles(runner('  image = "a"\n  [runners.docker\n')), ['Insert `]`']));

  it('or goes away, where its table has it already', () =>
    moves(
      runner('  image = "a"\n  [runners.docker]\n    image = "b"\n'),
      'Remove `image`: `[runners.docker]` has it already',
      runner('  [runners.docker]\n    image = "b"\n'),
    ));
});

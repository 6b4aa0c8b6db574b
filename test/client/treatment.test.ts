import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Choice, isCandidate, type Mode, treat } from '../../client/treatment';
import { recognize } from '../../server/recognition';

interface Opened {
  path?: string;
  languageId: string;
  text?: string;
  choice?: Choice;
  mode?: Mode;
}

function handling({ path = '/project/a.toml', languageId, text = '', choice, mode = 'automatic' }: Opened): string {
  return treat(languageId, recognize({ path, languageId, text }), choice, mode).handling;
}

const runner = '[[runners]]\n';

describe('treatment of a document', () => {
  it('serves one of our language', () => assert.equal(handling({ languageId: 'gitlab-runner-config' }), 'serve'));

  it('switches plain text that is a runner configuration', () =>
    assert.equal(handling({ languageId: 'plaintext', text: runner }), 'switch'));

  it('serves TOML of another extension beside that extension', () =>
    assert.equal(handling({ languageId: 'toml', text: runner }), 'serve'));

  it('leaves other TOML alone, in every mode', () => {
    for (const mode of ['automatic', 'ask', 'never'] as const) {
      for (const languageId of ['toml', 'plaintext']) {
        assert.equal(handling({ languageId, text: '[package]\nname = "a"\n', mode }), 'leave');
      }
    }
  });

  it('asks, when told to ask, about what the text says', () => {
    assert.equal(handling({ languageId: 'plaintext', text: runner, mode: 'ask' }), 'ask');
    assert.equal(handling({ languageId: 'toml', text: runner, mode: 'ask' }), 'ask');
  });

  it('does not ask about a well-known path', () =>
    assert.equal(handling({ languageId: 'toml', path: '/etc/gitlab-runner/config.toml', mode: 'ask' }), 'serve'));

  it('recognises nothing when told never', () => {
    assert.equal(handling({ languageId: 'plaintext', text: runner, mode: 'never' }), 'leave');
    assert.equal(handling({ languageId: 'gitlab-runner-config', text: runner, mode: 'never' }), 'serve');
  });

  it('obeys a choice before all else', () => {
    assert.equal(handling({ languageId: 'toml', text: runner, choice: 'not-ours' }), 'leave');
    assert.equal(handling({ languageId: 'gitlab-runner-config', choice: 'not-ours' }), 'switch-away');
    assert.equal(handling({ languageId: 'toml', choice: 'ours', mode: 'never' }), 'serve');
    assert.equal(handling({ languageId: 'plaintext', choice: 'ours', mode: 'never' }), 'switch');
    assert.equal(handling({ languageId: 'jinja', choice: 'ours' }), 'switch');
  });
});

describe('candidates for recognition', () => {
  it('are TOML documents and plain-text *.toml files', () => {
    assert.ok(isCandidate('gitlab-runner-config', 'Untitled-1'));
    assert.ok(isCandidate('toml', 'Untitled-1'));
    assert.ok(isCandidate('plaintext', '/a/B.TOML'));
    assert.ok(!isCandidate('plaintext', '/a/notes.txt'));
    assert.ok(!isCandidate('json', '/a/b.toml'));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerState } from '../../client/server-session';
import { statusText } from '../../client/status-text';
import { type Choice, treat } from '../../client/treatment';
import { recognize } from '../../server/recognition';

function shown(
  text: string,
  choice: Choice = undefined,
  server: ServerState = 'running',
  mode: 'automatic' | 'ask' = 'automatic',
) {
  const recognition = recognize({ path: '/project/a.toml', languageId: 'toml', text });
  const status = statusText(treat('toml', recognition, choice, mode), server);
  return (
    status && `${status.text} – ${status.detail}${status.busy ? ' (busy)' : ''}${status.problem ? ' (problem)' : ''}`
  );
}

describe('the status item', () => {
  it('says what was recognised and why', () =>
    assert.equal(shown('[[runners]]'), 'GitLab Runner Config – it has a [[runners]] table'));

  it('says that the user chose', () => {
    assert.equal(shown('', 'ours'), 'GitLab Runner Config – you chose so');
    assert.equal(shown('[[runners]]', 'not-ours'), 'Not GitLab Runner Config – you chose so');
  });

  it('says what waits for an answer', () =>
    assert.equal(
      shown('[[runners]]', undefined, 'running', 'ask'),
      'Looks like GitLab Runner Config – it has a [[runners]] table',
    ));

  it('says how the server is', () => {
    assert.match(shown('[[runners]]', undefined, 'starting') ?? '', /\(busy\)$/);
    assert.equal(
      shown('[[runners]]', undefined, 'stopped'),
      'GitLab Runner Config – the language server is not running (problem)',
    );
  });

  it('shows nothing for the files of others', () => {
    assert.equal(shown('[package]\nname = "a"\n'), undefined);
    assert.equal(statusText(undefined, 'running'), undefined);
  });
});

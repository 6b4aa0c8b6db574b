import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerState } from '../../client/server-session';
import { statusText } from '../../client/status-text';
import { type Choice, treat } from '../../client/treatment';
import type { TargetRunner } from '../../protocol/target';

function shown(
  text: string,
  choice: Choice = undefined,
  server: ServerState = 'running',
  mode: 'automatic' | 'ask' = 'automatic',
) {
  const status = statusText(
    treat({ path: '/project/a.toml', languageId: 'toml', text, isOwned: true }, choice, mode),
    server,
  );
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

  it('counts the configurations in a YAML file, and shows nothing where there is none', () => {
    const inYaml = (regions?: number, choice?: Choice, server: ServerState = 'running') => {
      const text = 'runners:\n  config: |\n    [[runners]]\n';
      const treatment = treat(
        { path: '/project/values.yaml', languageId: 'yaml', text, isOwned: true },
        choice,
        'automatic',
      );
      return statusText(treatment, server, regions);
    };
    assert.equal(inYaml(1)?.detail, '1 runner configuration in this YAML file');
    assert.equal(inYaml(3)?.detail, '3 runner configurations in this YAML file');
    assert.equal(inYaml(0), undefined);
    assert.equal(inYaml(), undefined);
    assert.equal(inYaml(0, 'not-ours')?.text, 'Not GitLab Runner Config');
    assert.equal(inYaml(1, undefined, 'stopped')?.problem, true);
  });

  it('counts those in Markdown, too', () => {
    const text = '```toml\n[[runners]]\n```\n';
    const document = { path: '/README.md', languageId: 'markdown', text, isOwned: true };
    const inMarkdown = (isTurnedOn: boolean, regions: number) =>
      statusText(treat({ ...document, isTurnedOn }, undefined, 'automatic'), 'running', regions);
    assert.equal(inMarkdown(true, 1)?.detail, '1 runner configuration in this Markdown file');
    assert.equal(inMarkdown(true, 0), undefined);
    assert.equal(inMarkdown(false, 0), undefined);
  });

  it('names the runner that the file is checked for', () => {
    const document = { path: '/project/a.toml', languageId: 'toml', text: '[[runners]]', isOwned: true };
    const detail = (...targets: TargetRunner[]) =>
      statusText(treat(document, undefined, 'automatic'), 'running', 0, targets)?.detail;
    assert.equal(
      detail({ version: '16.6', source: 'comment' }),
      'it has a [[runners]] table, for GitLab Runner 16.6 (from the comment)',
    );
    assert.match(detail({ version: '17.5', source: 'setting' }) ?? '', /GitLab Runner 17\.5 \(from the setting\)$/);
    assert.match(detail({ version: '19.4', source: 'newest' }) ?? '', /GitLab Runner 19\.4 \(newest known\)$/);
    assert.match(
      detail({ version: '16.6', source: 'comment' }, { version: '17.5', source: 'setting' }) ?? '',
      /for GitLab Runner 16\.6 and 17\.5$/,
    );
  });

  it('shows nothing for the files of others', () => {
    assert.equal(shown('[package]\nname = "a"\n'), undefined);
    assert.equal(statusText(undefined, 'running'), undefined);
  });
});

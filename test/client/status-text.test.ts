import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ServerState } from '../../client/server-session';
import { statusText } from '../../client/status-text';
import { type Choice, treat } from '../../client/treatment';
import type { TargetRunner } from '../../protocol/target';
import { english } from './translations';

function shown(
  text: string,
  choice: Choice = undefined,
  server: ServerState = 'running',
  mode: 'automatic' | 'ask' = 'automatic',
) {
  const treatment = treat({ path: '/project/a.toml', languageId: 'toml', text, isOwned: true }, choice, mode);
  const status = statusText(english, treatment, { server, regions: 0, targets: [] });
  return (
    status && `${status.text} – ${status.detail}${status.busy ? ' (busy)' : ''}${status.problem ? ' (problem)' : ''}`
  );
}

describe('the status item', () => {
  it('says what was recognised and why', () =>
    assert.equal(shown('[[runners]]'), 'GitLab Runner Config – The file has a [[runners]] table.'));

  it('says that the user chose', () => {
    assert.equal(
      shown('', 'ours'),
      'GitLab Runner Config – You chose to treat the file as a GitLab Runner configuration.',
    );
    assert.equal(shown('[[runners]]', 'not-ours'), 'Not GitLab Runner Config – You chose to leave the file alone.');
  });

  it('says what waits for an answer', () =>
    assert.equal(
      shown('[[runners]]', undefined, 'running', 'ask'),
      'Looks like GitLab Runner Config – The file has a [[runners]] table.',
    ));

  it('says how the server is', () => {
    assert.match(shown('[[runners]]', undefined, 'starting') ?? '', /\(busy\)$/);
    assert.equal(
      shown('[[runners]]', undefined, 'stopped'),
      'GitLab Runner Config – The language server is not running. (problem)',
    );
  });

  it('counts the configurations in a YAML file, and shows nothing where there is none', () => {
    const inYaml = (regions: number, choice?: Choice, server: ServerState = 'running') => {
      const text = 'runners:\n  config: |\n    [[runners]]\n';
      const treatment = treat(
        { path: '/project/values.yaml', languageId: 'yaml', text, isOwned: true },
        choice,
        'automatic',
      );
      return statusText(english, treatment, { server, regions, targets: [] });
    };
    assert.equal(inYaml(1)?.detail, 'This YAML file holds 1 runner configuration.');
    assert.equal(inYaml(3)?.detail, 'This YAML file holds 3 runner configurations.');
    assert.equal(inYaml(0), undefined);
    assert.equal(inYaml(0, 'not-ours')?.text, 'Not GitLab Runner Config');
    assert.equal(inYaml(1, undefined, 'stopped')?.problem, true);
  });

  it('counts those in Markdown, too', () => {
    const text = '```toml\n[[runners]]\n```\n';
    const document = { path: '/README.md', languageId: 'markdown', text, isOwned: true };
    const inMarkdown = (isTurnedOn: boolean, regions: number) =>
      statusText(english, treat({ ...document, isTurnedOn }, undefined, 'automatic'), {
        server: 'running',
        regions,
        targets: [],
      });
    assert.equal(inMarkdown(true, 1)?.detail, 'This Markdown file holds 1 runner configuration.');
    assert.equal(inMarkdown(true, 0), undefined);
    assert.equal(inMarkdown(false, 0), undefined);
  });

  it('names the runner that the file is checked for', () => {
    const document = { path: '/project/a.toml', languageId: 'toml', text: '[[runners]]', isOwned: true };
    const said = (...targets: TargetRunner[]) =>
      statusText(english, treat(document, undefined, 'automatic'), { server: 'running', regions: 0, targets });
    const target = (...targets: TargetRunner[]) => said(...targets)?.target;
    assert.equal(target({ version: '16.6', source: 'comment' }), 'Checked for GitLab Runner 16.6 (from the comment).');
    assert.equal(target({ version: '17.5', source: 'setting' }), 'Checked for GitLab Runner 17.5 (from the setting).');
    assert.equal(
      target({ version: '19.3', source: 'newest' }),
      'Checked for GitLab Runner 19.3 (the newest released version).',
    );
    assert.equal(
      target({ version: '16.6', source: 'comment' }, { version: '17.5', source: 'setting' }),
      'Checked for the GitLab Runner versions 16.6, 17.5.',
    );
    assert.equal(said()?.target, undefined);
    assert.equal(
      said({ version: '16.6', source: 'comment' })?.detail,
      'The file has a [[runners]] table.',
      'short, or the link behind it is cut off',
    );
  });

  it('shows nothing for the files of others', () => {
    assert.equal(shown('[package]\nname = "a"\n'), undefined);
    assert.equal(statusText(english, undefined, { server: 'running', regions: 0, targets: [] }), undefined);
  });
});

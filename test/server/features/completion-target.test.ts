/** What is offered depends on the runner that the file is for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveCompletion } from '../../../server/features/completion';
import { anyOf, message } from '../../../server/text/message';
import { said } from '../said';
import { context, labels, offered } from './completing';

const at = (version: string, text: string) => `# gitlab-runner: version=${version}\n${text}`;

test('keys that came later are not offered', () => {
  assert.ok(labels('con|').includes('connection_max_age'));
  assert.ok(!labels(at('16.8', 'con|')).includes('connection_max_age'));
  assert.ok(labels(at('16.9', 'con|')).includes('connection_max_age'));
  const set = { ...context, runnerVersion: { major: 16, minor: 8 } };
  assert.ok(!labels('con|', set).includes('connection_max_age'));
});

test('nor are tables, as headers or as blocks', () => {
  const nfs = '[[runners]]\n[runners.kubernetes]\n';
  const header = (version: string) => labels(at(version, `${nfs}[[runners.kubernetes.volumes.n|`));
  assert.ok(header('19.0').includes('runners.kubernetes.volumes.nfs'));
  assert.ok(!header('18.11').includes('runners.kubernetes.volumes.nfs'));
  assert.ok(labels(at('19.0', `${nfs}volu|`)).includes('volumes.nfs'));
  assert.ok(!labels(at('18.11', `${nfs}volu|`)).includes('volumes.nfs'));
});

test('a key that was removed later is offered last, as one that nobody should write', () => {
  const items = offered(at('16.6', '[[runners]]\npre_|'));
  const item = items.find(({ label }) => label === 'pre_clone_script') ?? assert.fail();
  assert.deepEqual(item.tags, [1]);
  assert.equal(items.at(-1), item);
  assert.ok(!labels(at('17.0', '[[runners]]\npre_|')).includes('pre_clone_script'));
  const { documentation } = resolveCompletion(item, context);
  const status = message('hover.removed', {
    version: '17.0',
    when: 'later',
    target: '16.6',
    count: 1,
    keys: anyOf(['runners.pre_get_sources_script']),
  });
  assert.ok(typeof documentation === 'object' && documentation.value.startsWith(said(status)));
});

test('values are of the kind that the runner takes', () => {
  const offer = (version: string) => labels(at(version, '[[runners]]\n[[runners.docker.serv|'));
  assert.ok(!offer('12.6').includes('runners.docker.services'));
  assert.ok(offer('12.7').includes('runners.docker.services'));
  const [interval] = offered(at('15.8', '[[runners]]\nunhealthy_inter|'));
  assert.equal(interval?.detail, said(message('word.kind.integer')));
  assert.match(String(interval?.textEdit?.newText), /^unhealthy_interval = [^"]*$/);
});

test('feature flags are those of the runner', () => {
  const flags = (version: string) => labels(at(version, '[[runners]]\n[runners.feature_flags]\nFF_|'));
  assert.ok(flags('16.11').includes('FF_TIMESTAMPS'));
  assert.ok(!flags('16.10').includes('FF_TIMESTAMPS'));
  assert.ok(flags('18.5').includes('FF_USE_NATIVE_STEPS'));
  assert.ok(!flags('18.6').includes('FF_USE_NATIVE_STEPS'));
  assert.equal(flags('19.4').length, 51);
});

test('a flag that does nothing as a variable is not offered as one', () => {
  const variables = labels('[[runners]]\nenvironment = ["FF_|"]\n');
  assert.ok(variables.includes('FF_SCRIPT_SECTIONS=true'));
  assert.ok(!variables.some((label) => label.startsWith('FF_USE_JOB_ROUTER')));
});

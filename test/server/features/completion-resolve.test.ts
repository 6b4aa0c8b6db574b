import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { resolveCompletion } from '../../../server/features/completion';
import type { Context } from '../../../server/meaning/context';
import { readSuggestions } from '../../../server/schema/data-files';
import { loadTexts } from '../../../server/schema/texts';
import { anyOf, message } from '../../../server/text/message';
import { counted } from '../../counted';
import { said } from '../said';
import { context, offered } from './completing';

const told: Context = {
  ...context,
  texts: {
    key: (path) => ({ text: `About ${path}.` }),
    featureFlag: (name) => `About ${name}.`,
    value: (enumeration, value) => `${value} of ${enumeration}.`,
    example: (path) => (path === 'check_interval' ? ['check_interval = 5'] : undefined),
    documentation: () => undefined,
  },
};

function documentation(marked: string, label: string): string {
  const item = offered(marked).find((candidate) => candidate.label === label) as CompletionItem;
  assert.equal(item.documentation, undefined, 'the list itself stays small');
  const resolved = resolveCompletion(item, told).documentation;
  return MarkupContent.is(resolved) ? resolved.value : '';
}

test('a key is explained when it is looked at', () => {
  const text = documentation('|', 'check_interval');
  assert.match(text, /^About check_interval\./);
  assert.ok(text.includes('\n\n```toml\ncheck_interval = 5\n```\n\n'), text);
  const facts = [
    message('hover.default', { value: message('code', { text: '3' }) }),
    message('hover.since', { version: '1.3', when: 'other', target: '19.4' }),
  ];
  assert.ok(text.includes(`\n\n${facts.map(said).join(' · ')}\n\n`), text);
  assert.match(text, /\[Documentation\]\(https:\/\/docs\.gitlab\.com\//);
  assert.match(documentation('[[runners]]\n|', 'docker'), /About runners\[\]\.docker\./);
});

test('so is a header, a flag, a value', () => {
  assert.match(documentation('[[|', 'runners'), /^About runners\[\]\./);
  assert.match(documentation('[[runners]]\n[runners.feature_flags]\n|', 'FF_CONCRETE'), /^About FF_CONCRETE\./);
  assert.match(documentation('[[runners]]\nenvironment = ["|"]', 'FF_CONCRETE=true'), /^About FF_CONCRETE\./);
  assert.equal(documentation('[[runners]]\nexecutor = |', 'docker'), 'docker of executor.');
});

test('so is what people write where any text is taken: an assignment by its variable', () => {
  assert.equal(
    documentation('[[runners]]\n[runners.docker]\ncap_add = ["|"]', 'NET_ADMIN'),
    'NET_ADMIN of capability.',
  );
  const variable = 'GIT_STRATEGY=fetch';
  assert.equal(documentation('[[runners]]\nenvironment = ["|"]', variable), 'GIT_STRATEGY of variable.');
  const selector = '[[runners]]\n[runners.kubernetes.node_selector]\n';
  assert.equal(documentation(`${selector}|`, 'kubernetes.io/os'), 'kubernetes.io/os of entry.');
  assert.equal(documentation(`${selector}"kubernetes.io/os" = "|"`, 'linux'), 'kubernetes.io/os of entry.');
});

test('a value of which there is nothing to say is explained by its key', () => {
  assert.match(
    documentation('[[runners]]\n[runners.docker]\nprivileged = |', 'true'),
    /^About runners\[\]\.docker\.privileged\./,
  );
  assert.match(documentation('check_interval = |', '3'), /^About check_interval\./);
});

test('every suggestion has a text', () => {
  const texts = loadTexts();
  const { about, values, names, named } = readSuggestions();
  const silent = [
    ...counted(Object.entries(values)).flatMap(([path, list]) =>
      list
        .map((value) => (about[path] === 'variable' ? (value.split('=')[0] ?? '') : value))
        .filter((value) => !texts.value(about[path] ?? '', value)?.endsWith('.')),
    ),
    ...[...counted(Object.values(names)).flat(), ...Object.keys(named)].filter((name) => !texts.value('entry', name)),
  ];
  assert.deepEqual(silent, []);
});

test('a key is explained as the runner has it that its document is for', () => {
  const logDir = (version: string) =>
    documentation(`# gitlab-runner: version=${version}\n[experimental.usage_logger]\n|`, 'log_dir').split('\n\n')[0];
  const status = (when: 'later' | 'other', target: string) =>
    said(
      message('hover.deprecated.since', {
        ...{ version: '19.2', when, target, count: 1 },
        keys: anyOf(['experimental.usage_logger.logrotate.log_dir']),
      }),
    );
  assert.equal(logDir('19.2'), status('other', '19.2'));
  assert.equal(logDir('19.1'), status('later', '19.1'));
});

test('a deprecated key says so first', () => {
  const status = message('hover.deprecated.since', {
    version: '19.2',
    when: 'other',
    target: '19.4',
    count: 1,
    keys: anyOf(['experimental.usage_logger.logrotate.log_dir']),
  });
  const text = documentation('[experimental.usage_logger]\n|', 'log_dir');
  assert.equal(text.split('\n\n')[0], said(status));
});

test('items of other origin stay as they are', () => {
  assert.deepEqual(resolveCompletion({ label: 'x' }, told), { label: 'x' });
  assert.deepEqual(resolveCompletion({ label: 'x', data: { a: 1 } }, told), { label: 'x', data: { a: 1 } });
});

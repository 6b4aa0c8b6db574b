/** docs/keys.md: made of the data as they are, with links that lead somewhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathText, slug } from '../../../scripts/key-reference/anchors';
import { keyEntry, type Sources } from '../../../scripts/key-reference/entry';
import { keyReference } from '../../../scripts/key-reference/reference';
import { tableSection } from '../../../scripts/key-reference/sections';
import { readSources } from '../../../scripts/key-reference/sources';
import type { KeySchema } from '../../../server/schema/types';
import { counted } from '../../counted';

const sources = readSources();
const { schema } = sources;
const reference = keyReference(sources);
const chinese = keyReference(readSources('zh-cn'));
const headingsOf = (page: string) => [...page.matchAll(/^#+ (.*)$/gm)].map(([, title]) => title as string);
const headings = headingsOf(reference);

const key = (path: string): KeySchema => schema.byPath(path) ?? assert.fail(path);

/** The entry of a key with texts and examples of the test's own. */
function entry(path: string, own: Partial<Sources> = {}): string {
  return keyEntry(key(path), { ...sources, ...own });
}

test('the committed file is what the data give', () => {
  assert.equal(readFileSync('docs/keys.md', 'utf8') === reference, true, 'run npm run docs:keys');
  assert.equal(readFileSync('docs/zh-cn/keys.md', 'utf8') === chinese, true, 'run npm run docs:keys');
});

for (const [language, page] of Object.entries({ English: reference, Chinese: chinese }))
  test(`no two headings in ${language} have the same anchor, and every link leads to one`, () => {
    const anchors = headingsOf(page).map(slug);
    assert.deepEqual(
      anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index),
      [],
    );
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor]) => anchor as string);
    assert.ok(links.length > 1000);
    assert.deepEqual(
      links.filter((anchor) => !anchors.includes(anchor)),
      [],
    );
  });

test('in Chinese it has what the English page has, in the same order', () => {
  const structure = (page: string) =>
    counted(page.split('\n').flatMap((line) => /^#{2,} (?=`)|^```toml$|^- `|^\| `[^`]*`/.exec(line)?.[0] ?? []));
  assert.deepEqual(structure(chinese), structure(reference));
  const keys = (page: string) =>
    headingsOf(page)
      .slice(1)
      .filter((title) => title.startsWith('`'));
  assert.deepEqual(keys(chinese), keys(reference));
  const words = chinese.replace(/`[^`]*`|\([^)]*\)|^```[\s\S]*?^```$|^<!--.*/gm, '');
  assert.doesNotMatch(words, /\b(?:since|default|Deprecated|Example|See also|required|unit)\b/);
});

test('anchors are those of Git hosts', () => {
  assert.equal(slug('`runners.cache.s3.BucketName`'), 'runnerscaches3bucketname');
  assert.equal(slug('`[[runners.docker.services]]`'), 'runnersdockerservices');
  assert.equal(slug('`runners.tls-ca-file`'), 'runnerstls-ca-file');
  assert.equal(slug('The file itself'), 'the-file-itself');
  // GitLab makes one dash of several, GitHub does not.
  assert.deepEqual(
    headings.map(slug).filter((anchor) => anchor.includes('--')),
    [],
  );
});

test('every key, every live feature flag and all that is removed is in it', () => {
  const titles = new Set(headings.map(slug));
  assert.deepEqual(
    schema.keys.filter((each) => !titles.has(slug(pathText(each)))).map(({ path }) => path),
    [],
  );
  const rows = [...reference.matchAll(/^\| `([^`]*)` \|/gm)].map(([, name]) => name);
  const expected = [...schema.featureFlags.map(({ name }) => name), ...schema.removedKeys.map(pathText)];
  assert.deepEqual([...rows].sort(), expected.sort());
});

test('it is short enough for Git hosts to show it', () => {
  // GitHub cuts a rendered file after 500 KiB.
  for (const page of [reference, chinese])
    assert.ok(Buffer.byteLength(page) < 500 * 1024, `${Buffer.byteLength(page)} bytes`);
});

test('an entry: facts, text, example, links, registration', () => {
  const texts: Sources['texts'] = {
    ...sources.texts,
    key: () => ({
      text: 'Names it.',
      unset: 'No name.',
      pitfall: 'Too long.',
      related: ['runners[].limit', 'concurrent'],
    }),
  };
  assert.equal(
    entry('runners[].name', { texts, examples: { 'runners[].name': ['name = "a"'] } }),
    `### \`runners.name\`

string · since 0.1 or earlier

Names it.

**Left out:** No name.

**Pitfall:** Too long.

Example: \`name = "a"\`

See also: [\`limit\`](#runnerslimit), [\`concurrent\`](#concurrent)

At registration: \`--description\` or \`RUNNER_NAME\``,
  );
});

test('a longer example stands in a fence', () => {
  const lines = ['environment = [', '  "A=b",', ']'];
  assert.ok(
    entry('runners[].environment', { examples: { 'runners[].environment': lines } }).includes(
      '\n\n```toml\nenvironment = [\n  "A=b",\n]\n```\n\n',
    ),
  );
});

test('what is deprecated, does nothing any more or is needed says so', () => {
  assert.match(
    entry('experimental.usage_logger.log_dir'),
    /\n\n\*\*Deprecated since 19\.2\.\*\* Use \[`experimental\.usage_logger\.logrotate\.log_dir`\]\(#experimentalusage_loggerlogrotatelog_dir\) instead\.\n\n/,
  );
  assert.match(entry('runners[].step_runner_image'), /\n\n\*\*No effect since 18\.6\.\*\*\n\n/);
  assert.match(
    entry('runners[].kubernetes.volumes.nfs[].server'),
    /\n\nstring · required · since 19\.0 · spelled exactly so\n\n/,
  );
  assert.match(
    tableSection(key('runners[].machine'), sources),
    /\n\n\*\*Deprecated since 17\.5, to be removed with 20\.0\.\*\*\n\n/,
  );
});

test('values with their lines, defaults with their unit', () => {
  const policy = entry('runners[].docker.allowed_pull_policies');
  assert.match(policy, /\n\nItems:\n\n- `always`: \S.*\n- `never`: \S.*\n- `if-not-present`: \S/);
  assert.match(entry('log_level'), /\n\nValues, in upper or lower case:\n\n- `/);
  assert.match(entry('runners[].kubernetes.volumes.csi[].read_only'), /^### .*\n\nboolean · default: `false` · since /);
  assert.match(entry('runners[].output_limit'), / · default: `4096` KiB · since /);
});

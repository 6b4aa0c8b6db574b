/** What is said of a file after an edit is what is said of it when it is opened, and only the rules that may say more are asked. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkConfiguration, movedFinding } from '../../../server/check/check-configuration';
import { askedFileRules } from '../../../server/check/file-findings';
import { type Configuration, readConfiguration } from '../../../server/meaning/configuration';
import { type Context, createContext } from '../../../server/meaning/context';
import { rules } from '../../../server/rules/all';
import { counted } from '../../counted';
import { asData } from '../as-data';
import { context, documentOf } from '../findings';

/** The findings, with their places in the file. */
function found(configuration: Configuration, asked: Context = context): string[] {
  const { text } = configuration.document;
  return checkConfiguration(configuration, asked).map(({ finding, placed }) => {
    const { code, start, end, message, related } = placed ? movedFinding(finding, placed.start) : finding;
    const others = related?.map((other) => ` → ${other.start}-${other.end}`) ?? [];
    return `${start} ${code} «${text.slice(start, end)}» ${asData(message)}${others.join('')}`;
  });
}

const opened = (text: string) => readConfiguration(documentOf(text));

const A = '[[runners]]\n  name = "a"\n  token = "glrt-a"\n  limit = 1\n';
const B = '[[runners]]\n  name = "b"\n  token = "glrt-b"\n  limt = 2\n';
const DOCKER = '  executor = "docker"\n  [runners.docker]\n    image = "x"\n';

/** The versions of a file, one after the other. */
const files: Readonly<Record<string, readonly string[]>> = {
  'a runner comes and goes': [`concurrent = 4\n${A}${B}`, `concurrent = 4\n${A}${B}${A}`, `concurrent = 4\n${B}`],
  'a runner comes first': [`${A}`, `${B}${A}`, `limt = 1\n${B}${A}`],
  'a string is begun above one that holds a header': [
    `concurrent = 4\n${A}[[runners]]\n  x = """\n  limt = 1\n${A}"""\n${B}`,
    `log_format = """\n${A}[[runners]]\n  x = """\n  limt = 1\n${A}"""\n${B}`,
    `concurrent = 4\n${A}[[runners]]\n  x = """\n  limt = 1\n${A}"""\n${B}`,
  ],
  'the globals change': [
    `concurrent = 4\n${A}${B}`,
    `concurrent = 1\n${A}${B}`,
    `concurrent = 1\nlimt = 2\n${A}${B}`,
    `concurrent = "1"\n${A}${B}`,
  ],
  'two runners get one name and one token, and another again': [
    `concurrent = 4\n${A}${B}`,
    `concurrent = 4\n${A}${B.replaceAll('b"', 'a"')}`,
    `concurrent = 4\n\n${A}${B.replaceAll('b"', 'a"')}`,
    `concurrent = 4\n\n${A}${B}`,
  ],
  'the limit of a runner is over that of all': [
    `concurrent = 4\n${A}${B}`,
    `concurrent = 4\n${A.replace('limit = 1', 'limit = 9')}${B}`,
    `concurrent = 4\n${A.replace('limit = 1', 'request_concurrency = 9')}${B}`,
  ],
  'a number is written in another way, with another beginning or another end': [
    ...['limit = 9', 'limit = +9', 'limit =  9', ' limit = 9', 'limit = 1'],
    ...['request_concurrency = 9', 'request_concurrency = +9', 'request_concurrency =  9'],
  ].map((limit) => `concurrent = 4\n${A.replace('limit = 1', limit)}${B}`),
  'a key is written in another way': [
    `${A}${DOCKER}    imag = "y"\n`,
    `${A}  executor = "docker"\n  docker.image = "x"\n  docker.imag = "y"\n`,
    `${A}  executor = "docker"\n  docker = { image = "x", imag = "y" }\n`,
    `${A}${DOCKER}  [runners.docker.imag]\n`,
  ],
  'the same lines stand in another table': [
    `${A}${DOCKER}    privileged = "true"\n`,
    `${A}  privileged = "true"\n${DOCKER}`,
    `${A}  executor = "kubernetes"\n  [runners.kubernetes]\n    privileged = "true"\n`,
  ],
  'the same table is that of another executor': [
    `${A}${DOCKER}`,
    `${A}${DOCKER.replace('"docker"', '"shell"')}`,
    `${A}${DOCKER.replace('"docker"', '"kubernetes"')}`,
  ],
  'a comment names a version': [
    `${A}${DOCKER}    services_privileged = true\n`,
    `# gitlab-runner: version=16.6\n${A}${DOCKER}    services_privileged = true\n`,
    `# gitlab-runner: version=12.0\n${A}${DOCKER}    services_privileged = true\n`,
  ],
  'a comment ignores, in runners that are alike': [
    `${B}${B.replaceAll('b"', 'c"')}`,
    `${B.replace('2', '2 # gitlab-runner: ignore')}${B.replaceAll('b"', 'c"').replace('2', '2 # gitlab-runner: ignore')}`,
    `${B.replace('2', '2 # gitlab-runner: ignore=key-case')}${B}`,
  ],
};

describe('after an edit', () => {
  for (const [name, versions] of Object.entries(files))
    it(name, () => {
      let before: Configuration | undefined;
      for (const text of counted(versions)) {
        before = readConfiguration(documentOf(text), before);
        assert.deepEqual(found(before), found(opened(text)), text);
      }
    });

  it('every version says something of its own', () => {
    for (const versions of counted(Object.values(files)))
      assert.ok(new Set(versions.map((text) => found(opened(text)).join('\n'))).size > 1, versions[0]);
  });
});

/** How often a rule about the file is asked for each version. */
function asked(versions: readonly string[], contexts: readonly Context[] = []): number[] {
  let before: Configuration | undefined;
  return versions.map((text, index) => {
    const { count } = askedFileRules;
    before = readConfiguration(documentOf(text), before);
    found(before, contexts[index]);
    return askedFileRules.count - count;
  });
}

describe('the rules about the file', () => {
  it('are asked again where a fact that they read is another', () => {
    const file = `concurrent = 4\n${A}${B}`;
    const [all = 0, none, few = 0, same, globals = 0, more] = asked([
      file,
      file.replace('limt', 'limtt'),
      file.replace('limit = 1', 'limit = 3'),
      `${file.replace('limit = 1', 'limit = 3')}# c\n`,
      file.replace('concurrent = 4', 'concurrent = 5').replace('limit = 1', 'limit = 3'),
      file + A,
    ]);
    assert.ok(all > 5, `${all}`);
    assert.equal(none, 0);
    assert.ok(few > 0 && few < all, `${few} of ${all}`);
    assert.equal(same, 0);
    assert.ok(globals > 0 && globals < all, `${globals} of ${all}`);
    assert.equal(more, all);
  });

  const A_LABELS = A.replace('limit = 1', 'limit = 1\n  labels = { b = "1", c = "1" }');
  const file = `concurrent = 4\nlabels = { a = "1" }\n${A_LABELS}${B}`;
  const first = (was: string, is: string) => file.replace(was, is);
  const inBoth = (was: string, is: string) => [file, first(was, is)] as const;
  const all = rules.filter((rule) => rule.scope === 'file');
  const runner = '[[runners]]\n';
  for (const [name, [before, after], facts] of [
    ['nothing', [file, file], []],
    ['a key that none reads', inBoth('limt = 2', 'limt = 3'), []],
    ['the value of a label', inBoth('c = "1"', 'c = "2"'), []],
    ['one label more', inBoth('c = "1"', 'c = "1", d = "1"'), ['labels']],
    ['one label less', inBoth(', c = "1"', ''), ['labels']],
    ['the last label', inBoth('c = "1"', 'd = "1"'), ['labels']],
    ['the first label', inBoth('b = "1"', 'd = "1"'), ['labels']],
    ['no label more', inBoth('  labels = { b = "1", c = "1" }\n', ''), ['labels']],
    ['a label where there was none', inBoth('limt = 2', 'labels = { d = "1" }'), ['labels']],
    ['a label of all', inBoth('a = "1"', 'b = "1"'), ['root', 'commonLabels']],
    ['a comment above', inBoth('concurrent = 4', 'concurrent = 4 # x'), ['root']],
    ['the number of all', inBoth('concurrent = 4', 'concurrent = 5'), ['root', 'concurrent']],
    ['the first key', inBoth('concurrent = 4\n', 'limt = 1\nconcurrent = 4\n'), ['root', 'firstKey']],
    ['a limit', inBoth('limit = 1', 'limit = 2'), ['limit']],
    ['no limit', inBoth('  limit = 1\n', ''), ['limit']],
    ['a name', inBoth('"b"', '"d"'), ['name']],
    ['a runner more', [file, file + A], undefined],
    ['the last runner less', [file + A, file], undefined],
    ['a runner in the place of the globals', [`limt = 1\n${runner}`, runner + runner], undefined],
    ['globals in the place of a runner', [runner + runner, `limt = 1\n${runner}`], undefined],
  ] as const)
    it(`are those that read what is another: ${name}`, () => {
      const wanted = new Set<string>(facts);
      const reading = facts ? all.filter(({ reads }) => reads.some((fact) => wanted.has(fact))) : all;
      assert.deepEqual(asked([before, after]), [all.length, reading.length]);
    });

  it('are all asked again for another version of the runner', () => {
    const other = createContext({ runnerVersion: { major: 16, minor: 6 } });
    assert.deepEqual(asked([file, file, file, file], [context, other, other, context]), [
      all.length,
      all.length,
      0,
      all.length,
    ]);
  });

  it('say the same thing again as long as it stays where it is', () => {
    const over = file.replace('limit = 1', 'limit = 1\n  request_concurrency = 9');
    const saidIn = (configuration: Configuration) =>
      checkConfiguration(configuration, context).find(({ finding }) => finding.code === 'request-concurrency-gt-limit')
        ?.finding;
    const before = opened(over);
    const said = saidIn(before);
    assert.ok(said);
    const after = readConfiguration(documentOf(over.replace('limt = 2', 'limt = 3')), before);
    assert.equal(saidIn(after), said);
    const moved = readConfiguration(documentOf(over.replace('limit = 1', '\n  limit = 1')), after);
    assert.equal(saidIn(moved)?.start, said.start + 3);
  });
});

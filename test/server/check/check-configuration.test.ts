/** A configuration that is read in blocks gets what the whole one gets: also from rules about the file, whose runners are in several. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { checkConfiguration, movedFinding } from '../../../server/check/check-configuration';
import { KeptRules } from '../../../server/check/kept-rules';
import { type Configuration, readConfiguration } from '../../../server/meaning/configuration';
import { type Context, createContext } from '../../../server/meaning/context';
import { readFile } from '../../../server/meaning/host-file';
import { asData } from '../as-data';
import { context, documentOf } from '../findings';

const RUNNER = '    [[runners]]\n      limit = 1\n';
const VALUES = `runners:\n  config: |\n    concurrent = 4\n${RUNNER}`;
const OPERATED = `kind: ConfigMap
metadata:
  name: a
  ownerReferences:
    - apiVersion: apps.gitlab.com/v1beta2
      kind: Runner
      name: a
data:
  config.toml: |
    concurrent = 10
${RUNNER}`;

/** The findings of the one configuration of a file: code and place; in blocks and as a whole. */
function both(yaml: string) {
  const [document, ...others] = readFile('file:///project/a.yaml', yaml, 'yaml').documents;
  assert.ok(document && others.length === 0);
  const configuration = readConfiguration(document);
  assert.ok(configuration.blocks.length > 1);
  const inBlocks = checkConfiguration(configuration, context).map(({ finding, placed }) =>
    placed ? movedFinding(finding, placed.start) : finding,
  );
  return [inBlocks, checkDocument(document, context)].map((findings) =>
    findings.map(({ code, start, end }) => `${code} ${start} «${document.text.slice(start, end)}»`),
  );
}

describe('in blocks as in the whole', () => {
  it('several runners in a registration template', () => {
    const [inBlocks, whole] = both(VALUES + RUNNER + RUNNER);
    assert.deepEqual(inBlocks, whole);
    assert.deepEqual(inBlocks, ['ineffective-global 0 «concurrent»', 'several-runners 39 «[[runners]]»']);
  });
  it('runners that the operator overwrites: one word for all', () => {
    const [inBlocks, whole] = both(OPERATED + RUNNER);
    assert.deepEqual(inBlocks, whole);
    assert.deepEqual(inBlocks, ['overwritten-runners 18 «runners»']);
  });
  it('a comment that switches it off', () => {
    const ignored = RUNNER.replace('\n', ' # gitlab-runner: ignore=several-runners\n');
    const [inBlocks, whole] = both(VALUES + ignored);
    assert.deepEqual(inBlocks, whole);
    assert.deepEqual(inBlocks, ['ineffective-global 0 «concurrent»']);
  });
});

/** Each finding of a file in blocks, and of the whole: line, code and message, with the lines that it refers to. */
function bothOf(text: string): [string[], string[]] {
  const document = documentOf(text);
  const configuration = readConfiguration(document);
  assert.ok(configuration.blocks.length > 1);
  const lineOf = (offset: number) => document.position(offset).line + 1;
  const inBlocks = checkConfiguration(configuration, context).map(({ finding, placed }) => {
    assert.equal(finding.fixes, undefined);
    return placed ? movedFinding(finding, placed.start) : finding;
  });
  const [blocks = [], whole = []] = [inBlocks, checkDocument(document, context)].map((findings) =>
    findings.map(({ code, start, end, message, related }) => {
      const others = related?.map((other) => ` → ${lineOf(other.start)}`) ?? [];
      return `${lineOf(start)} ${code} «${text.slice(start, end)}» ${asData(message)}${others.join('')}`;
    }),
  );
  return [blocks, whole];
}

describe('in blocks as in the whole, at every place of a file', () => {
  const ignore = '# gitlab-runner: ignore';
  const texts: Readonly<Record<string, readonly [string, number]>> = {
    'a mistake in each block': [
      'concurrent = true\n[[runners]]\n  limt = 1\n[[runners]]\n  limt = 2\n  Limit = 3\n',
      4,
    ],
    'no globals': ['[[runners]]\n  limt = 1\n[[runners]]\n  limt = 2\n', 2],
    'a comment that ignores, in its line and above': [
      `concurent = 1 ${ignore}\n[[runners]]\n  ${ignore}=unknown-key\n  limt = 1\n[[runners]]\n  limt = 2\n`,
      1,
    ],
    'a comment at the end of a block, for the first line of the next': [
      `concurrent = 1\n[[runners]]\n  limt = 1\n${ignore}=unknown-key\n\n[[runners]]\n  limt = 2\n`,
      3,
    ],
    'a comment that ignores nothing, behind other mistakes': [
      `concurrent = 1\n[[runners]]\n  limt = 1\n[[runners]] ${ignore}=key-case\n  limt = 2 # x\n`,
      3,
    ],
    'a version that a comment names': [
      'concurrent = 1\n# gitlab-runner: version=16.6\n[[runners]]\n  limt = 1\n[[runners]]\n  [runners.docker]\n    services_privileged = true\n',
      1,
    ],
    'a version that is none': ['concurrent = 1\n# gitlab-runner: version=x\n[[runners]]\n  limt = 1\n[[runners]]\n', 2],
    'labels of one and of all': [
      'labels = { a = "b" }\n[[runners]]\n  labels = { a = "b", c = 1 }\n[[runners]]\n  labels = { d = "e" }\n',
      1,
    ],
    'a comment that ignores, in runners that are alike': [
      `concurrent = 1\n${`[[runners]]\n  limt = 1 ${ignore}\n  Limit = 2\n`.repeat(3)}`,
      3,
    ],
    'lists of which the first is twice in a runner, and a broken string in another': [
      `concurrent = 1\n[[runners]]\n  environment = ["A=1", "A=2"]\n[[runners]]\n  name = "a\n  limt = "b\n  limit = "1"\n`,
      4,
    ],
    'several mistakes at one place, in the globals and in runners': [
      `concurrent = "1" 2 x\nlimt = 1 2\n${'[[runners]]\n  limit = "1" 2\n  token = "a"\n  name = "a"\n'.repeat(2)}`,
      5,
    ],
    'something defined twice in the second runner': [
      'concurrent = 1\n[[runners]]\n  limit = 1\n[[runners]]\n  limit = 1\n  Limit = 2\n',
      1,
    ],
  };
  for (const [name, [text, least]] of Object.entries(texts)) {
    it(name, () => {
      const [inBlocks, whole] = bothOf(text);
      assert.deepEqual(inBlocks, whole);
      assert.ok(whole.length >= least, whole.join('\n'));
    });
  }
});

describe('what rules said', () => {
  /** What is kept of it where a version of a file is checked. */
  const keptIn = (configuration: Configuration, asked: Context): ReadonlySet<KeptRules> => {
    const kept = new Set<KeptRules>();
    const { keysOf } = KeptRules.prototype;
    KeptRules.prototype.keysOf = function (...args) {
      kept.add(this);
      return keysOf.apply(this, args);
    };
    checkConfiguration(configuration, asked);
    KeptRules.prototype.keysOf = keysOf;
    return kept;
  };

  it('is kept together for all blocks and versions of a file, for one version of the runner', () => {
    const text = 'concurrent = 1\n[[runners]]\n  limit = 1\n';
    const first = readConfiguration(documentOf(text));
    const kept = keptIn(first, context);
    assert.equal(kept.size, 1);
    const second = readConfiguration(documentOf(`${text}  name = "a"\n`), first);
    const again = keptIn(second, context);
    assert.ok(again.size === 1 && [...again].every((each) => kept.has(each)));
    const older = keptIn(second, createContext({ runnerVersion: { major: 16, minor: 6 } }));
    assert.equal(older.size, 1);
    const another = keptIn(readConfiguration(documentOf(text)), context);
    const [one] = kept;
    assert.ok(one && !older.has(one) && !another.has(one));
  });
});

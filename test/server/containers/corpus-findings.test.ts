/** The real files: every configuration is found, none of its syntax is called wrong that is right, and others' files stay silent. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { containerOfName } from '../../../server/containers/kinds';
import { recognize } from '../../../server/containers/toml-file/recognition';
import { type HostFile, readFile } from '../../../server/meaning/host-file';
import { counted } from '../../counted';
import { context } from '../findings';

const shared = '../shared';
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** Problems that are the file's own: see template-corpus.test.ts. */
const mistakes: readonly string[] = [
  '029-ankit630-unixcloudfusion-devops-solutions.yaml:413 redefined-table',
  '029-ankit630-unixcloudfusion-devops-solutions.yaml:414 redefined-table',
];

/** Files that hold no TOML in a text of their own, and why. */
const without: readonly string[] = [
  // A start script of CloudFormation writes the configuration: the text is a script.
  '090-shnaki-gitlab-runner-cfn.yaml',
  // A ConfigMap with a script that calls `gitlab-runner register`.
  '001-configmap-register.yaml',
  // A Runner resource; its configuration is in another file.
  '002-runner-resource.yaml',
];

interface Corpus {
  readonly files: number;
  readonly regions: number;
  readonly empty: readonly string[];
  readonly syntax: readonly string[];
  readonly findings: ReadonlyMap<string, number>;
}

function read(folder: string, wanted: (name: string) => boolean): Corpus {
  const findings = new Map<string, number>();
  const syntax: string[] = [];
  const empty: string[] = [];
  let regions = 0;
  const names = counted(readdirSync(join(shared, folder)).filter(wanted));
  for (const name of names) {
    const file = fileOf(name, readFileSync(join(shared, folder, name), 'utf8'));
    regions += file.documents.length;
    if (file.documents.length === 0) empty.push(name);
    const codes = file.findings.map(({ code }) => code);
    for (const document of file.documents) {
      for (const { code, start } of document.syntaxProblems)
        syntax.push(`${name}:${document.position(start).line + 1} ${code}`);
      codes.push(...checkDocument(document, context).map(({ code }) => code));
    }
    for (const code of codes) findings.set(code, (findings.get(code) ?? 0) + 1);
  }
  return { files: names.length, regions, empty, syntax, findings };
}

const isYaml = (name: string) => containerOfName(name)?.id === 'yaml';

function fileOf(name: string, text: string): HostFile {
  const uri = `file:///project/${name}`;
  return readFile(uri, text, containerOfName(name)?.id);
}

const inShort = ({ files, regions, findings }: Corpus) =>
  `${files} files, ${regions} configurations; ${[...findings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')}`;

describe('the corpus', withShared, () => {
  it('of YAML: a configuration in every file that holds one, and no syntax problem but its own', (t) => {
    const found = read('corpus/yaml', () => true);
    t.diagnostic(inShort(found));
    assert.deepEqual([found.files, found.regions], [68, 68]);
    assert.deepEqual(
      found.empty,
      without.filter((name) => name.startsWith('090')),
    );
    assert.deepEqual(found.syntax, mistakes);
  });

  it('of templates: the same', (t) => {
    const found = read('corpus/templated', () => true);
    t.diagnostic(inShort(found));
    assert.deepEqual([found.files, found.regions], [64, 64]);
    assert.deepEqual(found.empty, []);
    assert.deepEqual(found.syntax, []);
  });

  it('of templates: nothing is asked for and nothing is there twice', () => {
    const { findings } = read('corpus/templated', () => true);
    for (const code of ['missing-key', 'duplicate-key', 'missing-runners-header'])
      assert.equal(findings.get(code), undefined, code);
    // 003: `disable_snapshots`, and 071: `environment`, in quotes.
    assert.equal(findings.get('wrong-type'), 2);
  });

  it('of the seeds: the same', (t) => {
    const found = read('seeds', isYaml);
    t.diagnostic(inShort(found));
    assert.deepEqual([found.files, found.regions], [6, 4]);
    assert.deepEqual(
      found.empty,
      without.filter((name) => !name.startsWith('090')),
    );
    assert.deepEqual(found.syntax, []);
    // 000-helm-values-helper-image.yaml names the runner's own image.
    assert.deepEqual([...found.findings], [['helper-image', 1]]);
  });

  it('of others’ files stays silent', (t) => {
    const yaml = read('corpus/negative', isYaml);
    t.diagnostic(inShort(yaml));
    assert.equal(yaml.files, 7);
    assert.equal(yaml.regions, 0);
    assert.deepEqual([...yaml.findings], []);
    for (const name of counted(readdirSync(join(shared, 'corpus/negative')).filter((each) => !isYaml(each)))) {
      const text = readFileSync(join(shared, 'corpus/negative', name), 'utf8');
      assert.equal(recognize({ path: name, languageId: 'toml', text }).verdict, 'no', name);
    }
  });
});

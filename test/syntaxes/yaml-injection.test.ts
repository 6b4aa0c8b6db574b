import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { IRawGrammar } from 'vscode-textmate';
import { loadGrammar, scopesAtMarks, TOML_GRAMMARS, tokenize } from './tokenize';

const INJECTION = 'gitlab-runner.yaml.injection';
const grammars = { ...TOML_GRAMMARS, [INJECTION]: 'syntaxes/gitlab-runner-yaml-injection.tmLanguage.json' };

/** What VS Code's YAML grammar did before 2024, and the Kubernetes extension's for Helm does: every line is looked at alone. */
const lines = (scopeName: string) =>
  ({
    scopeName,
    patterns: [
      { match: '#.*$', name: 'comment.line.number-sign.yaml' },
      { match: '(?<![^ ])[\\w.-]+(?=:)', name: 'entity.name.tag.yaml' },
      {
        begin: '[|>][-+1-9]*$',
        end: '^(?=\\S)|(?!\\G)',
        patterns: [{ begin: '^( +)(?! )', end: '^(?!\\1|\\s*$)', name: 'string.unquoted.block.yaml' }],
      },
    ],
    repository: {},
  }) as unknown as IRawGrammar;

/** What VS Code's does since: each level of the mapping takes its indentation off the line before the next one is asked. */
const nested = {
  scopeName: 'source.yaml',
  patterns: [{ include: '#map' }],
  repository: {
    map: {
      begin: '(?:^|\\G)( *)(?=[\\w.-]+:)',
      while: '(?:^|\\G)(?:\\1|(?= *$))',
      patterns: [
        { match: '#.*$', name: 'comment.line.number-sign.yaml' },
        { match: '[\\w.-]+(?=:)', name: 'entity.name.tag.yaml' },
        { begin: ':', while: '(?:^|\\G)(?=[ ]|$)', patterns: [{ include: '#map' }, { include: '#block' }] },
      ],
    },
    block: { begin: '[|>][-+1-9]*$', while: '\\G(?= |$)', contentName: 'string.unquoted.block.yaml', patterns: [] },
  },
} as unknown as IRawGrammar;

const load = (scopeName: string, yaml: Record<string, string | IRawGrammar>) =>
  loadGrammar({ scopeName, grammars: { ...grammars, ...yaml }, injections: [INJECTION] });

const vscodeYaml = join(
  '.vscode-host',
  'node_modules',
  'code-server',
  'lib',
  'vscode',
  'extensions',
  'yaml',
  'syntaxes',
);

/** The files of VS Code's grammar by their scope names. */
function vscodeGrammars(): Record<string, string> {
  if (!existsSync(vscodeYaml)) return {};
  const scope = (file: string) => `source.${file.replace('.tmLanguage.json', '').replaceAll('-', '.')}`;
  return Object.fromEntries(readdirSync(vscodeYaml).map((file) => [scope(file), join(vscodeYaml, file)]));
}

const hosts = [
  { name: 'a grammar of lines', grammar: load('source.yaml', { 'source.yaml': lines('source.yaml') }) },
  { name: 'Helm’s grammar', grammar: load('source.helm', { 'source.helm': lines('source.helm') }) },
  { name: 'a grammar of nested mappings', grammar: load('source.yaml', { 'source.yaml': nested }) },
  ...(existsSync(vscodeYaml) ? [{ name: 'VS Code’s grammar', grammar: load('source.yaml', vscodeGrammars()) }] : []),
];

const RUNNER = 'meta.embedded.block.toml';
const OTHER_TOML = 'meta.embedded.toml';

for (const { name, grammar } of hosts) {
  /** For each `‸`: the scopes from the embedded text on, or those of YAML. */
  const at = async (marked: string): Promise<string[]> => {
    const all = await scopesAtMarks(marked, '‸', grammar);
    return all.map((scopes) => scopes.replace(/^.*(?=meta\.embedded)/, ''));
  };
  const embedded = (scopes = '') => scopes.startsWith(`${RUNNER} source.toml.gitlab-runner`);

  describe(`TOML in YAML, in ${name}`, () => {
    it('is highlighted below the chart’s key, and the YAML around as before', async () => {
      const scopes = await at(
        'gitlab-runner:\n  runners:\n    ‸config: ‸|\n      ‸[[runners]]\n\n        ‸image = ‸"a"\n      # ‸b\n    ‸locked: false\n‸other: 1\n',
      );
      const [key, header, table, property, string, comment, next, last] = scopes;
      assert.match(key ?? '', /entity\.name\.tag\.yaml/);
      assert.match(header ?? '', /keyword\.control\.flow\.block-scalar\.literal\.yaml/);
      assert.match(table ?? '', /^meta\.embedded\.block\.toml source\.toml\.gitlab-runner meta\.array-of-tables\.toml/);
      assert.match(property ?? '', /support\.type\.property-name\.toml/);
      assert.match(string ?? '', /string\.quoted\.double\.toml/);
      assert.match(comment ?? '', /comment\.line\.number-sign\.toml/);
      for (const scope of [next, last]) assert.match(scope ?? '', /entity\.name\.tag\.yaml/);
    });

    it('is highlighted below every key of a ConfigMap that names a TOML file', async () => {
      for (const key of ['config.toml', 'config.template.toml', 'config-template.toml', '"config.toml"', "'a.toml'"]) {
        for (const header of ['|', '|-', '>+', '|2', '|- # why', '&anchor |']) {
          const [first, after] = await at(`data:\n  ${key}: ${header}\n    ‸concurrent = 4\n  ‸b: 1\n`);
          assert.ok(embedded(first), `${key}: ${header} ${first}`);
          assert.match(after ?? '', /entity\.name\.tag\.yaml/, `${key}: ${header}`);
        }
      }
    });

    it('is not ours when it is another program’s', async () => {
      const [version, shell] = await at('data:\n  containerd.toml: |\n    ‸version = 2\n  config: |\n    ‸echo hi\n');
      assert.ok(version?.startsWith(OTHER_TOML), version);
      assert.equal(shell, shell?.replace('meta.embedded', ''));
    });

    it('waits below a plain config for a line that tells', async () => {
      const scopes = await at(
        'config: |\n  ‸# a comment\n  ‸#x\n\n  ‸{{- if .Values.a }}\n  ‸concurrent = 1\n  ‸{{ end }}\nx: 1\n',
      );
      const [comment, unclear, template, key, end] = scopes;
      assert.match(comment ?? '', /comment\.line\.number-sign\.toml$/);
      assert.match(unclear ?? '', /string\.unquoted\.block\.yaml$/);
      assert.match(template ?? '', /meta\.template\.toml/);
      assert.ok(embedded(key));
      assert.match(end ?? '', /meta\.template\.toml/);
    });

    it('never begins in the middle of something else', async () => {
      for (const first of ['server:', '{', 'echo hi', 'log_level = debug', '[program:x]', 'concurrent: 1', '[[x]]']) {
        const { lines: tokens } = await tokenize(`config: |\n  ${first}\n  [[runners]]\n  a = 1\n`, grammar);
        const scopes = tokens.flat().flatMap((token) => token.scopes);
        assert.ok(!scopes.some((scope) => scope.includes('toml')), first);
      }
    });

    it('ends with the block, whatever in it is unfinished', async () => {
      const unfinished = [
        'x = [1,',
        'x = """',
        "x = '''",
        'x = "a',
        'x =',
        '[[runners',
        'pre_build_script = """\n    echo "',
      ];
      for (const line of unfinished) {
        const [inside, after] = await at(`a:\n  config: |\n    ‸[[runners]]\n    ${line}\n  ‸b: 1\n`);
        assert.ok(embedded(inside), line);
        assert.match(after ?? '', /entity\.name\.tag\.yaml/, line);
      }
    });

    it('recovers after what is unfinished as it does in a file of its own', async () => {
      for (const line of ['x = [1,', 'x = { a = 1,', 'x =', '[runners.']) {
        const [header, key] = await at(
          `a:\n  config: |\n    [[runners]]\n    ${line}\n    ‸[runners.docker]\n    ‸image = 1\n`,
        );
        const inner = (scopes = '') => scopes.replace(/^.*source\.toml\.gitlab-runner /, '');
        assert.match(inner(header), /^meta\.table\.toml/, line);
        assert.match(inner(key), /^support\.type\.property-name\.toml/, line);
      }
    });

    it('goes on with a script in a string', async () => {
      const [second] = await at('config: |\n  [[runners]]\n  pre_build_script = """\n  echo a\n  ‸echo b\n  """\n');
      assert.match(second ?? '', /meta\.embedded\.block\.shell\.toml keyword\.shell/);
    });
  });
}

describe('TOML in YAML in YAML', () => {
  it('is highlighted where the outer YAML is only text', async () => {
    const text = 'spec:\n  values: |\n    runners:\n      config: |\n        ‸[[runners]]\n      ‸secret: x\n  ‸z: 1\n';
    const host = hosts.at(-1);
    const [table, secret, last] = await scopesAtMarks(text, '‸', host?.grammar);
    if (host?.name !== 'VS Code’s grammar') return;
    assert.match(table ?? '', /meta\.array-of-tables\.toml/);
    assert.match(secret ?? '', /string\.unquoted\.block\.yaml$/);
    assert.match(last ?? '', /entity\.name\.tag\.yaml/);
  });
});

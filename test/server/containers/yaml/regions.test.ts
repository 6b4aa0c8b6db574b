import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { counted } from '../../../counted';
import { hasRealFiles, least, SHARED } from '../../../shared';
import { SLACK } from '../../../slack';
import { yamlRegions } from './yaml-regions';

/** `place path: text` of each region. */
function found(yaml: string) {
  return yamlRegions(yaml).map(({ place, path, text }) => `${place} ${path?.join('.')}: ${JSON.stringify(text)}`);
}

const TOML = '[[runners]]\n  executor = "shell"\n';

describe('places in Helm values', () => {
  it('the chart: runners.config', () => {
    const yaml =
      'gitlabUrl: https://gitlab.com\nrunners:\n  config: |\n    [[runners]]\n      executor = "shell"\n  tags: a\n';
    assert.deepEqual(found(yaml), [`chart-config runners.config: ${JSON.stringify(TOML)}`]);
    assert.equal(yamlRegions(yaml)[0]?.traits.role, 'template');
  });
  it('an umbrella chart, at any depth', () => {
    const yaml = 'ci:\n  gitlab-runner:\n    runners:\n      config: |\n        [[runners]]\n';
    assert.deepEqual(found(yaml), ['chart-config ci.gitlab-runner.runners.config: "[[runners]]\\n"']);
  });
  it('a block that is still empty, or half-typed', () => {
    assert.deepEqual(found('runners:\n  config: |\n'), ['chart-config runners.config: ""']);
    assert.deepEqual(found('runners:\n  config: |\n    [[run\n'), ['chart-config runners.config: "[[run\\n"']);
  });
  it('a key that is being typed above the rest', () => {
    assert.equal(found('runners:\n  config: |\n    concurr\n    [[runners]]\n').length, 1);
    assert.equal(found('data:\n  config.toml: |\n    concurr\n    [[runners]]\n').length, 1);
  });
  it('not: what another program has under the same keys', () => {
    const texts = [
      '{"a": 1}',
      '#!/bin/sh\necho',
      'production',
      'server.port=8080\nlog.level=INFO',
      '[default]\nfoo = bar',
    ];
    texts.push('["a", "b"]', '[\n  1\n]', 'log_level = info', '[runs]\na = 1', 'name: x');
    for (const text of texts) {
      assert.deepEqual(found(`runners:\n  config: |\n${text.replace(/^/gm, '    ')}\nimage: x\n`), [], text);
    }
    assert.deepEqual(found('runners:\n  config: production\n'), []);
  });
  it('what is being typed, on lines of its own', () => {
    const texts = [
      '# mine\n',
      '[',
      '[[',
      '[[r',
      '[[run',
      '[[runner]',
      '[[runners',
      'runn',
      'c',
      'kuber',
      'concurrent = 4',
    ];
    texts.push(
      '# mine\nconc',
      '[runne',
      '[[runne]]\n  executor = "shell"',
      '[[runne\n  name = "x"',
      'session_s',
      '[session_se',
    );
    for (const text of texts) {
      assert.equal(found(`runners:\n  config: |\n${text.replace(/^/gm, '    ')}\nimage: x\n`).length, 1, text);
    }
  });
  it('anything like TOML where other keys of the chart stand beside', () => {
    for (const text of ['prod', 'log_level = "info"', 'name = "x"', '[defaul']) {
      const block = `config: |\n    ${text}\n`;
      assert.equal(found(`gitlabUrl: x\nrunners:\n  ${block}`).length, 1, text);
      assert.equal(found(`runners:\n  privileged: true\n  ${block}`).length, 1, text);
      assert.equal(found(`gitlab-runner:\n runners:\n  ${block}`).length, 1, text);
    }
  });
  it('a block that is begun, wherever it stands below runners', () => {
    const files = [
      'runners:\n- config: |\n',
      '- runners:\n    # mine\n{{- if a }}\n    config: &c |-\n',
      'base: &base\n  config: |\nrunners:\n  <<: *base\n',
      'x: &c |\nrunners:\n  name: a\n  config: *c\n',
      'runners:\nru\n  name: a\n  "config" : |\n',
      'spec:\n  values: "runners:\\n  config: |\\n"\n',
    ];
    for (const yaml of files) assert.equal(yamlRegions(yaml).length, 1, yaml);
  });
  it('the other ways to write a table, in braces too', () => {
    const files = [
      `runners: {config: '[runner]\n\n  executor = "shell"'}\n`,
      'a: {runners: {config: "runners = [{\\n executor = \\"shell\\"}]"}}\n',
      'runners: {config: "\\t[[runners]]"}\n',
      'runners: {config: "concurrent = 1\\ncheck_interval = 3"}\n',
    ];
    for (const yaml of files) assert.equal(yamlRegions(yaml).length, 1, yaml);
  });
  it('keeps the key, for hints', () => {
    const yaml = 'runners:\n  config: |\n    [[runners]]\n';
    const key = yamlRegions(yaml)[0]?.key;
    assert.equal(yaml.slice(key?.start, key?.end), 'config');
  });
});

describe('places in ConfigMaps and Secrets', () => {
  const configMap = (key: string, text: string, name = 'gitlab-runner', kind = 'ConfigMap', section = 'data') =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${section}:\n  ${key}: |\n    ${text}\n`;
  const placeAndContent = (yaml: string) => yamlRegions(yaml).map(({ place, traits }) => `${place} ${traits.role}`);

  const cases: [string, string[]][] = [
    [configMap('config.toml', '[[runners]]\n      token = "x"'), ['config-data configuration']],
    [configMap('custom-config.toml', '[[runners]]\n      executor = "shell"'), ['config-data template']],
    [configMap('config.template.toml', '[[runners]]'), ['template-data template']],
    [configMap('config-template.toml', '[[runners]]'), ['template-data template']],
    [configMap('anything.toml', '[[runners]]'), ['config-data template']],
    [configMap('config.toml', 'concurrent = 4'), ['config-data globals']],
    [configMap('config.toml', 'concurrent = 4', 'my-runner-config'), ['operator-config globals']],
    [configMap('config.toml', '[[runners]]', 'a', 'Secret', 'stringData'), ['config-data template']],
    // Base64 is expected there; Kubernetes will refuse this.
    [configMap('config.toml', '[[runners]]', 'a', 'Secret'), ['yaml-text undefined']],
    [configMap('config.toml', 'baseURL = "https://example.org"', 'blog'), []],
    [configMap('config.toml', 'version = 2', 'runner-of-containerd'), []],
  ];
  for (const [yaml, expected] of cases)
    it(yaml.split('\n').slice(5).join(' ⏎ '), () => assert.deepEqual(placeAndContent(yaml), expected));

  it('all that is being typed, or misspelled, where name and key say whose it is', () => {
    const texts = [
      '',
      'concurent = 4',
      'concurent = 4\ncheck_intervall = 3',
      '# globals\nconc',
      '[session_server]',
      'a',
    ];
    texts.push('[session_server]\n  lis', '[session_server]\n  advertise_address = "x"', '[experimental]', '[lab');
    for (const text of texts) {
      const yaml = configMap('config.toml', text.replaceAll('\n', '\n    '));
      assert.deepEqual(placeAndContent(yaml), ['config-data globals'], text);
    }
    assert.deepEqual(placeAndContent(configMap('config.template.toml', '# t\n    [[run')), ['template-data template']);
    const templated = configMap('config.toml', 'concurent = 4', '{{ include "gitlab-runner.fullname" . }}');
    assert.deepEqual(placeAndContent(templated), ['config-data globals']);
  });
  it('what is being typed where only the word runner is near', () => {
    for (const text of ['# globals\n    conc', '[session_server]\n      lis', '[experimental]']) {
      assert.deepEqual(placeAndContent(configMap('config.toml', text, 'my-runner')), ['config-data globals'], text);
    }
    assert.deepEqual(placeAndContent(configMap('config.toml', 'a = 4\n    b', 'my-runner')), []);
  });
  it('not: another program that a runner has', () => {
    const registries = 'version = 2\n    [plugins."io.containerd"]';
    assert.deepEqual(placeAndContent(configMap('containerd-config.toml', registries)), []);
    assert.deepEqual(placeAndContent(configMap('hosts.toml', registries)), []);
    const yaml = configMap('config.toml', registries, 'mirror').replace('name:', 'namespace: gitlab-runner\n  name:');
    assert.deepEqual(placeAndContent(yaml), []);
  });

  it('the ConfigMap that a Runner of the operator names', () => {
    const yaml = `${configMap('config.toml', '[[runners]]', 'custom')}---\napiVersion: apps.gitlab.com/v1beta2\nkind: Runner\nspec:\n  config: custom\n`;
    assert.deepEqual(placeAndContent(yaml), ['operator-config template']);
  });
  it('several documents in a file', () => {
    const yaml = `${configMap('config.toml', '[[runners]]')}---\n${configMap('x.toml', 'a = 1')}...\n---\n${configMap('config.toml', '[[runners]]')}`;
    assert.equal(yamlRegions(yaml).length, 2);
  });
});

describe('places in Argo CD and Flux', () => {
  const values = 'runners:\n  config: |\n    [[runners]]\n      executor = "shell"\n';
  const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));
  const expected = (path: string) => [`chart-config ${path}runners.config: ${JSON.stringify(TOML)}`];

  it('helm.values: TOML in YAML in YAML', () => {
    const yaml = `spec:\n  source:\n    helm:\n      values: |\n${indented(values, 8)}`;
    assert.deepEqual(found(yaml), expected('spec.source.helm.values.'));
    const [region] = yamlRegions(yaml);
    for (const [offset, character] of [...(region?.text ?? '')].entries())
      assert.equal(yaml[region?.map.toHost(offset) ?? -1], character);
    const edit = region?.map.toHostEdits([{ start: 11, end: 11, newText: '\nb' }])[0];
    assert.equal(edit?.newText, '\n            b');
  });
  it('helm.values in double quotes', () => {
    const yaml = `spec:\n  source:\n    helm:\n      values: ${JSON.stringify(values)}\n`;
    assert.deepEqual(found(yaml), expected('spec.source.helm.values.'));
  });
  it('valuesObject, and sources[]', () => {
    const yaml = `spec:\n  sources:\n    - repoURL: x\n    - helm:\n        valuesObject:\n${indented(values, 10)}`;
    assert.deepEqual(found(yaml), expected('spec.sources.helm.valuesObject.'));
  });
  it('a HelmRelease of Flux', () => {
    assert.deepEqual(found(`kind: HelmRelease\nspec:\n  values:\n${indented(values, 4)}`), expected('spec.values.'));
  });
  it('values.yaml of a ConfigMap', () => {
    assert.deepEqual(
      found(`kind: ConfigMap\ndata:\n  values.yaml: |\n${indented(values, 4)}`),
      expected('data.values.yaml.'),
    );
  });
});

describe('any other block', () => {
  it('that is plainly a configuration', () => {
    assert.deepEqual(found('write_files:\n  - content: |\n      concurrent = 1\n      [[runners]]\n'), [
      'yaml-text write_files.content: "concurrent = 1\\n[[runners]]\\n"',
    ]);
  });
  it('but no script that holds one, no page that shows one', () => {
    assert.deepEqual(found('run: |\n  set -e\n  cat > config.toml <<EOF\n  [[runners]]\n  EOF\n'), []);
    assert.deepEqual(found('run: |\n  FILE=/etc/config.toml\n  cat > $FILE <<EOF\n  [[runners]]\n  EOF\n'), []);
    assert.deepEqual(found('help: |\n  Write this into config.toml:\n  [[runners]]\n'), []);
  });
  it('but no text that a script writes', () => {
    const scripts = [
      `CFG=/etc/gitlab-runner/config.toml\necho '\n[[runners]]\n  name = "x"\n' > $CFG`,
      'CONFIG="\n[[runners]]\n  name = 1\n"\necho "$CONFIG"',
      'cfg = """\n[[runners]]\n  name = "x"\n"""\nopen("c").write(cfg)',
      `cfg = f"""\n[[runners]]\n  name = "x"\n"""`,
      'export A=1\nCONFIG="\nconcurrent = 1\ncheck_interval = 3\n"',
      'content = <<~TOML\n[[runners]]\nTOML',
      'A=1\nprintf "\n[[runners]]\n"',
    ];
    for (const script of scripts) {
      assert.deepEqual(found(`job:\n  script:\n    - |\n${script.replace(/^/gm, '      ')}\n`), [], script);
    }
  });
  it('with globals and tables above, of whatever kind', () => {
    const above = [
      'concurrent = {{ runners }}\nlog_level = info\nlisten_address = "',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Terraform's
      '# mine\nconcurrent = ${n}\n{% if a %}\ncheck_interval = 0\n{% endif %}\n\n[session_server]\n  listen_address = "[::]:8093"',
      'sentry_dsn = <DSN>\nlog',
      "concurent = 4\nlabels = ['a']\nx =",
    ];
    for (const text of above) {
      const yaml = `configs:\n  c:\n    content: |\n${`${text}\n[[runners]]`.replace(/^/gm, '      ')}\n`;
      assert.equal(found(yaml).length, 1, text);
    }
  });
  it('an alias says what an anchor is for', () => {
    assert.deepEqual(found('x-toml: &toml |\n  [[runners]]\nrunners:\n  config: *toml\n'), [
      'chart-config runners.config: "[[runners]]\\n"',
    ]);
    assert.deepEqual(found('base: &base\n  config: |\n    [[runners]]\nrunners:\n  <<: *base\n'), [
      'chart-config runners.config: "[[runners]]\\n"',
    ]);
  });
  it('JSON', () => {
    assert.deepEqual(found('{"gitlab-runner": {"runners": {"config": "[[runners]]\\n  limit = 1"}}}'), [
      'chart-config gitlab-runner.runners.config: "[[runners]]\\n  limit = 1"',
    ]);
  });
});

describe('templates in the YAML itself', () => {
  it('lines of control and values without quotes', () => {
    const yaml = `{{- if .Values.a }}
kind: ConfigMap
metadata:
  name: {{ include "x" . }}
  labels: {{- include "labels: y" . | nindent 4 }}
data:
  {{ .Values.key }}: "{{ include "x" . }}"
{{- range .Values.b }}
  config.toml: |
    concurrent = {{ .c }}
{{- if .d }}
    check_interval = 3
{{- end }}
    log_level = "info"
{{- end }}
{{- end }}
`;
    assert.deepEqual(found(yaml), [
      `config-data data.config.toml: ${JSON.stringify('concurrent = {{ .c }}\n{{- if .d }}\ncheck_interval = 3\n{{- end }}\nlog_level = "info"\n')}`,
    ]);
  });
  it('Jinja and Terraform', () => {
    const yaml =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Terraform's
      '{% if a %}\nrunners:\n{# note: x #}\n  name: ${a ? "b: c" : "d"}\n%{ if b }\n  config: |\n    [[runners]]\n%{ endif }\n{% endif %}\n';
    assert.deepEqual(found(yaml), ['chart-config runners.config: "[[runners]]\\n"']);
  });
  it('an error above: the keys still tell', () => {
    assert.deepEqual(
      found('a: "never closed\nb: [\n  c: : d\nrunners:\n  name: "open\n  config: |\n    [[runners]]\n'),
      ['chart-config runners.config: "[[runners]]\\n"'],
    );
  });
});

describe('never throws', () => {
  const texts = [
    '['.repeat(100_000),
    '- '.repeat(20_000),
    '{a: '.repeat(20_000),
    Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    Array.from({ length: 40 }, (_, index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(9)}]`).join('\n'),
    'a: |\n'.repeat(50_000),
    `a: |\n${'\n'.repeat(300_000)}`,
    `a: &a |\n  x\n${'b: *a\n'.repeat(50_000)}`,
    '- [\n'.repeat(50_000),
    '&a [*a]',
    'x: &a\n  <<: *a\n  y: *a\n',
    '{{'.repeat(50_000),
    '\ud800: |\n \udc00\n',
    '? |\n  a\n: b\n',
    '|',
    '>',
    '"',
    "'",
    '*',
    '&',
    '!',
    '---',
    '--- |',
    '%',
    '\t',
    '\r',
    '- ',
    '-',
    ':',
    'a:',
    'a: |',
    'a: |9',
    '- |\n',
  ];
  for (const text of texts) {
    it(JSON.stringify(text.slice(0, 30)), () => {
      const started = performance.now();
      yamlRegions(`${text}\nrunners:\n  config: |\n    [[runners]]\n`);
      yamlRegions(`runners:\n  config: |\n    [[runners]]\n${text}`);
      assert.ok(performance.now() - started < 3000 * SLACK);
    });
  }
  it('every beginning of a file', () => {
    const seeds = join(SHARED, 'seeds');
    for (const name of counted(readdirSync(seeds).filter((each) => each.endsWith('.yaml')))) {
      const text = readFileSync(join(seeds, name), 'utf8');
      for (let length = 0; length <= text.length; length++) yamlRegions(text.slice(0, length));
    }
  });
});

describe('real files', () => {
  const scripts = hasRealFiles ? ['090-shnaki-gitlab-runner-cfn.yaml'] : [];
  it('every file of the corpus has its region', () => {
    const directory = join(SHARED, 'corpus/yaml');
    const without = counted(readdirSync(directory), least(60)).filter(
      (name) => yamlRegions(readFileSync(join(directory, name), 'utf8')).length === 0,
    );
    assert.deepEqual(without, scripts, 'all but a shell script inside of a CloudFormation template');
  });
  it('every seed has as many as it holds', () => {
    const directory = join(SHARED, 'seeds');
    const counts = readdirSync(directory)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => yamlRegions(readFileSync(join(directory, name), 'utf8')).length);
    assert.deepEqual(counts, hasRealFiles ? [1, 1, 0, 1, 1, 0] : [1]);
  });
  it('no other file has one', () => {
    const directory = join(SHARED, 'corpus/negative');
    for (const name of counted(readdirSync(directory)))
      assert.deepEqual(found(readFileSync(join(directory, name), 'utf8')), [], name);
  });
});

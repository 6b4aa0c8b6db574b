// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform and shells are what is tested.

/** A value that something fills in is never called a mistake: in any container, however it is marked, whatever stands beside it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { containerOfName } from '../../../server/containers/kinds';
import { readFile } from '../../../server/meaning/host-file';
import { context } from '../findings';
import { PLACES } from '../templates/places';

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);

/** The same configuration as the files are that carry one. */
const containers: Readonly<Record<string, readonly [name: string, (toml: string) => string]>> = {
  'a file': ['config.toml', (toml) => toml],
  'a template of Jinja': ['config.toml.j2', (toml) => `{% if a %}\nconcurrent = 1\n{% endif %}\n${toml}`],
  'values of the chart': ['values.yaml', (toml) => `runners:\n  config: |\n${indented(toml, '    ')}`],
  'a ConfigMap': [
    'map.yaml',
    (toml) => `kind: ConfigMap\nmetadata:\n  name: gitlab-runner\ndata:\n  config.toml: |\n${indented(toml, '    ')}`,
  ],
  'cloud-init': [
    'init.yaml',
    (toml) =>
      `#cloud-config\nwrite_files:\n  - path: /etc/gitlab-runner/config.toml\n    content: |\n${indented(toml, '      ')}`,
  ],
  CloudFormation: ['stack.yaml', (toml) => `Resources:\n  A:\n    content: !Sub |\n${indented(toml, '      ')}`],
};

function codesIn(name: string, text: string): string[] {
  const { documents, findings } = readFile(`file:///project/${name}`, text, containerOfName(name)?.id);
  assert.equal(documents.length, 1, text);
  return [...findings, ...documents.flatMap((document) => checkDocument(document, context))].map(({ code }) => code);
}

/** Every kind of thing that is judged by what it says: `X` is filled in. */
const slots = [
  '  executor = "X"',
  "  executor = 'X'",
  '  executor = "dockerX"',
  '  shell = """X"""',
  '  unhealthy_interval = "X"',
  '  environment = ["FF_X=1", "FF_NETWORK_PER_BUILD=X"]',
  '  labels = { aaa = "X", "X" = "a" }',
  '  "X" = "a"',
  '  [runners."X"]\n    image = "a"',
  '  [runners.feature_flags]\n    "X" = true',
  '  [runners.cache]\n    Type = "X"',
  '  [runners.docker]\n    memory = "Xm"\n    pull_policy = ["always", "X"]',
  '  [runners.docker]\n    helper_image = "gitlab/gitlab-runner:X"',
  '  [runners.kubernetes]\n    cpu_limit = "X"\n    pull_policy = "X"',
  '  [runners.machine]\n    MachineName = "X"\n    [[runners.machine.autoscaling]]\n      Periods = ["X", "* X 0-7 * * mon-fri *"]\n      Timezone = "X"',
];

for (const [where, [name, around]] of Object.entries(containers)) {
  describe(`in ${where}`, () => {
    for (const place of PLACES)
      it(place, () => {
        for (const slot of slots) {
          const text = `[[runners]]\n  output_limit = 1\n${slot.replaceAll('X', place)}\n`;
          // The whole engine of autoscaling by machines is deprecated, which is not about the values.
          const found = codesIn(name, around(text)).filter((code) => code !== 'deprecated-key');
          assert.deepEqual(found, [], text);
        }
      });
    it('what is filled in by nobody is said', () =>
      assert.deepEqual(codesIn(name, around('[[runners]]\n  executor = "{{ x }}"\n  shell = "bsah"\n')), [
        'invalid-value',
      ]));
    it('a string is one whatever is filled in', () =>
      assert.deepEqual(codesIn(name, around('[[runners]]\n  limit = "{{ n }}"\n')), ['wrong-type']));
  });
}

describe('quotes in a tag between quotes', () => {
  for (const value of [
    '"{{ x | default("docker") }}"',
    "'{{ x | default('docker') }}'",
    '"{{ default "docker" .Values.x }}"',
    '"{% if a == "b" %}docker{% endif %}"',
    '"${lookup(x, "docker")}"',
    '"${var.a == "b" ? "docker" : "shell"}"',
    `"<%= node['x'] || "docker" %>"`,
  ])
    it(value, () => {
      for (const [name, around] of Object.values(containers)) {
        if (name.endsWith('.j2')) continue;
        assert.deepEqual(codesIn(name, around(`[[runners]]\n  executor = ${value}\n  limit = 1\n`)), [], name);
      }
    });
  it('two strings are two', () =>
    assert.deepEqual(codesIn('config.toml', '[[runners]]\n  environment = ["A=${A", "B=}"]\n  shell = "bsah"\n'), [
      'invalid-value',
    ]));
});

describe('a line that stands for lines', () => {
  for (const line of ['__DOCKER__', '@@DOCKER@@', '@DOCKER@', '%DOCKER%', '$DOCKER', '${docker}'])
    it(line, () => {
      const [name, around] = containers['values of the chart'] ?? assert.fail();
      assert.deepEqual(
        codesIn(name, around(`[[runners]]\n  token = "a"\n  url = "https://b.example.com"\n  ${line}\n  limit = 3\n`)),
        ['ineffective-token'],
      );
    });
  it('is a mistake in a file that the runner reads', () =>
    assert.deepEqual(codesIn('config.toml', '[[runners]]\n  __DOCKER__\n'), ['missing-equals']));
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are what is tested.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import type { ConfigDocument } from '../../../server/meaning/document';
import type { Finding } from '../../../server/meaning/finding';
import { message } from '../../../server/text/message';
import { context } from '../findings';
import { fileNamed, onlyConfiguration } from '../in-yaml';
import { said } from '../said';

const findingsIn = (document: ConfigDocument): readonly Finding[] => checkDocument(document, context);

/** The findings of a template: `2 unknown-key «imag»`. */
function found(text: string, name = 'config.toml.tmpl'): string[] {
  const document = fileNamed(name, text);
  assert.equal(document.isTemplate, true);
  return findingsIn(document).map(
    ({ start, end, code }) => `${document.position(start).line + 1} ${code} «${text.slice(start, end)}»`,
  );
}

describe('of a value that a template gives nothing is said', () => {
  for (const [what, name, text] of [
    ['a type', 'config.toml.tmpl', '[[runners]]\n  limit = {{ .limit }}\n'],
    ['a value out of a list', 'config.toml.j2', '[[runners]]\n  executor = "{{ executor }}"\n'],
    ['a part of one', 'config.toml.tftpl', '[[runners]]\n  executor = "docker${plus}"\n'],
    ['a table', 'config.toml.j2', '[[runners]]\n  docker = {{ docker }}\n'],
    ['an item', 'config.toml.erb', '[[runners]]\n  environment = ["A=1", <%= @more %>]\n'],
    [
      'a duration',
      'config.toml.tftpl',
      '[[runners]]\n  [runners.docker]\n    wait_for_services_timeout = ${timeout}\n',
    ],
  ] as const)
    it(what, () => assert.deepEqual(found(text, name), []));
});

describe('quotes of a text around what is filled in', () => {
  const template = (name: string) => String.raw`[[runners]]
  name = "${name}"
  executor = "\"shel\""
  shel = "\"bash\""
  [runners.cache]
    Type = "\"s3\""
`;
  it('are those of whoever writes the file, there and in other texts', () => {
    assert.deepEqual(found(template(String.raw`\"{{ name }}\"`), 'config.toml.j2'), ['4 unknown-key «shel»']);
  });
  it('are none around a key', () => {
    const [, ...lines] = found(`${template('{{ name }}')}  "\\"{{ k }}\\"" = "1"\n`, 'config.toml.j2');
    assert.deepEqual(lines, ['4 unknown-key «shel»', '6 invalid-value «"\\"s3\\""»']);
  });
  it('are wrong in a template that has none there', () => {
    assert.deepEqual(found(template('{{ name }}'), 'config.toml.j2'), [
      '3 invalid-value «"\\"shel\\""»',
      '4 unknown-key «shel»',
      '6 invalid-value «"\\"s3\\""»',
    ]);
  });
});

describe('mistakes between templates are found', () => {
  it('a misspelled key, with a fix', () => {
    const text = '[[runners]]\n{{- if .x }}\n  nme = "{{ .name }}"\n{{- end }}\n  limt = {{ .limit }}\n';
    assert.deepEqual(found(text), ['3 unknown-key «nme»', '5 unknown-key «limt»']);
    const [first] = findingsIn(fileNamed('config.toml.tmpl', text));
    assert.deepEqual(
      first?.fixes?.().map(({ title }) => said(title)),
      ['Rename to `name`'],
    );
  });
  it('a wrong type beside a templated value', () =>
    assert.deepEqual(found('[[runners]]\n  name = "{{ .name }}"\n  limit = "3"\n'), ['3 wrong-type «"3"»']));
  it('a key in the wrong table', () =>
    assert.deepEqual(found('[[runners]]\n  name = "{{ .name }}"\n  executor = "docker"\n  privileged = true\n'), [
      '4 misplaced-key «privileged»',
    ]));
  it('a string where none is taken, whatever it will say', () => {
    for (const [name, text] of [
      ['config.toml.tmpl', '[[runners]]\n  limit = "{{ .limit }}"\n  name = {{ .name }}\n'],
      ['config.toml.tftpl', '[[runners]]\n  limit = "${limit}"\n'],
      ['config.toml.erb', '[[runners]]\n  limit = "<%= @limit %>"\n'],
    ] as const)
      assert.deepEqual(
        found(text, name).map((line) => line.slice(0, 'n wrong-type'.length)),
        ['2 wrong-type'],
      );
  });
  it('broken syntax', () =>
    assert.deepEqual(found('[[runners]]\n  name = "{{ .name }}"\n  shell = bash\n'), ['3 bare-word «bash»']));
});

describe('a long chain of branches', () => {
  const branch = (index: number, line: string) => `{% elif a${index} %}\n  ${line}\n`;
  const chain = (line: string) =>
    `[[runners]]\n{% if x %}\n  name = "a"\n${Array.from({ length: 12 }, (_, index) => branch(index, index === 9 ? line : 'name = "x"')).join('')}{% endif %}\n`;

  it('is checked to its end', () => {
    assert.deepEqual(found(chain('limit = "a"'), 'config.toml.j2'), ['23 wrong-type «"a"»']);
    assert.deepEqual(found(chain('nam = "a"'), 'config.toml.j2'), ['23 unknown-key «nam»']);
    assert.deepEqual(found(chain('name = "b"'), 'config.toml.j2'), []);
  });
});

describe('two conditionals that may belong together', () => {
  it('leave open which table the second one is in', () =>
    assert.deepEqual(
      found(
        '[[runners]]\n  executor = "{{ e }}"\n{% if e == "docker" %}\n  [runners.docker]\n    image = "a"\n{% else %}\n{% endif %}\n' +
          '{% if e != "docker" %}\n  [runners.kubernetes]\n    image = "x"\n{% else %}\n    privileged = true\n{% endif %}\n',
        'config.toml.j2',
      ),
      [],
    ));
});

describe('what is defined in two branches of a conditional', () => {
  it('is defined once: keys', () =>
    assert.deepEqual(
      found('[[runners]]\n{% if a %}\n  limit = 1\n{% elif b %}\n  limit = 2\n{% else %}\n  limit = 3\n{% endif %}\n'),
      [],
    ));
  it('is defined once: keys of another case', () =>
    assert.deepEqual(
      found(
        '[[runners]]\n  [runners.cache]\n{{ if .x }}\n    Shared = true\n{{ else }}\n    shared = false\n{{ end }}\n',
      ),
      ['6 key-case «shared»'],
    ));
  it('is defined once: tables', () =>
    assert.deepEqual(
      found(
        '[[runners]]\n{{ if .x }}\n  [runners.docker]\n    image = "a"\n{{ else }}\n  [runners.docker]\n    image = "b"\n{{ end }}\n',
      ),
      [],
    ));
  it('is defined once: keys of another case, and in two conditionals', () => {
    assert.deepEqual(
      found('[[runners]]\n{{ if .x }}\n  limit = 1\n{{ end }}\n{{ if .y }}\n  Limit = 2\n{{ end }}\n'),
      [],
    );
    assert.deepEqual(found('[[runners]]\n{{ if .x }}\n  limit = 1\n  Limit = 2\n{{ end }}\n'), [
      '4 duplicate-key «Limit»',
    ]);
  });
  it('and beside a conditional, or in one list, twice is twice', () => {
    assert.deepEqual(found('[[runners]]\n  environment = ["A=1", "A=2"]\n{{ if .x }}\n  limit = 1\n{{ end }}\n'), [
      '2 environment-duplicate «"A=1"»',
    ]);
    assert.deepEqual(
      found('[[runners]]\n{{ if .x }}\n  environment = ["A=1", "A=2"]\n{{ else }}\n  limit = 1\n{{ end }}\n'),
      ['3 environment-duplicate «"A=1"»'],
    );
  });
  it('and twice in one branch is a mistake', () =>
    assert.deepEqual(found('[[runners]]\n{{ if .x }}\n  limit = 1\n  limit = 2\n{{ end }}\n'), [
      '4 duplicate-key «limit»',
    ]));
});

/** The lines of a template, indented as they stand. */
const template = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('each branch of a conditional is checked', () => {
  it('in the table that is open where the conditional begins', () => {
    const branches = (limit: string) =>
      template(
        '[[runners]]',
        '  {{- if .docker }}',
        '  executor = "docker"',
        '  [runners.docker]',
        '    image = "x"',
        '  {{- else }}',
        '  executor = "kubernetes"',
        `  limit = ${limit}`,
        '  [runners.kubernetes]',
        '    namespace = "x"',
        '    imag = "x"',
        '  {{- end }}',
      );
    assert.deepEqual(found(branches('5')), ['11 unknown-key «imag»']);
    assert.deepEqual(found(branches('"5"')), ['8 wrong-type «"5"»', '11 unknown-key «imag»']);
  });
  it('where the others define the same key', () =>
    assert.deepEqual(
      found(
        template(
          '[[runners]]',
          '  [runners.kubernetes]',
          '    {{- if .x }}',
          '    cpu_limit = "1"',
          '    pull_policy = "always"',
          '    node_selector = { a = "5" }',
          '    {{- else if .y }}',
          '    cpu_limit = 5',
          '    pull_policy = "allways"',
          '    node_selector = { a = 5 }',
          '    {{- else }}',
          '    cpu_limit = 6',
          '    {{- end }}',
        ),
      ),
      ['8 wrong-type «5»', '9 invalid-value «"allways"»', '10 wrong-type «5»', '12 wrong-type «6»'],
    ));
  it('where the others define the same table', () =>
    assert.deepEqual(
      found(
        template(
          '[[runners]]',
          '{% if x %}',
          '  [runners.docker]',
          '    image = 4',
          '  [runners.feature_flags]',
          '    FF_NETWORK_PER_BUILD = true',
          '{% else %}',
          '  [runners.docker]',
          '    image = 5',
          '  [runners.feature_flags]',
          '    FF_NETWORK_PER_BUILD = "tru"',
          '{% endif %}',
        ),
        'config.toml.j2',
      ),
      ['4 wrong-type «4»', '9 wrong-type «5»', '11 wrong-type «"tru"»'],
    ));
  it('in another one, too', () =>
    assert.deepEqual(
      found(
        template(
          '[[runners]]',
          '<% if @x %>',
          '  limit = "1"',
          '<% else %>',
          '<% if @y %>',
          '  limit = "2"',
          '<% else %>',
          '  limit = "3"',
          '<% end %>',
          '  privileged = true',
          '<% end %>',
        ),
        'config.toml.erb',
      ),
      ['3 wrong-type «"1"»', '6 wrong-type «"2"»', '8 wrong-type «"3"»', '10 unknown-key «privileged»'],
    ));
  it('and what stands below all of them is wrong where it is wrong for each', () => {
    const below = (line: string) =>
      template(
        '[[runners]]',
        '%{ if docker ~}',
        '  [runners.docker]',
        '%{ else ~}',
        '  [runners.kubernetes]',
        '%{ endif ~}',
        `    ${line}`,
      );
    assert.deepEqual(found(below('memory_limit = "1g"'), 'config.toml.tftpl'), []);
    assert.deepEqual(found(below('image = 5'), 'config.toml.tftpl'), ['7 wrong-type «5»']);
    assert.deepEqual(found(below('limit = 5'), 'config.toml.tftpl'), ['7 misplaced-key «limit»']);
  });
  it('of two conditionals that may exclude each other the second is not below the header of the first', () => {
    const second = (line: string) =>
      template('[[runners]]', '{{ if .x }}', '  [runners.docker]', '{{ end }}', '{{ if .y }}', line, '{{ end }}');
    assert.deepEqual(found(second('  limit = 5')), []);
    assert.deepEqual(found(second('  [runners.cache]\n    limit = 5')), ['7 misplaced-key «limit»']);
  });
  it('what one of them has is not asked for, only what all lack', () =>
    assert.deepEqual(
      found(
        template(
          '[[runners]]',
          '  token = "x"',
          '{{ if .x }}',
          '  executor = "shell"',
          '{{ else }}',
          '  shell = "bash"',
          '{{ end }}',
        ),
      ),
      ['1 missing-key «runners»'],
    ));
  it('of a macro, which is rendered elsewhere, the table is not known', () => {
    const macro = (line: string) => template('{% macro keys(a) %}', line, '{% endmacro %}', '[[runners]]', 'limt = 5');
    assert.deepEqual(found(macro('limit = {{ a }}'), 'config.toml.j2'), ['5 unknown-key «limt»']);
    assert.deepEqual(found(macro('limit = 5'), 'config.toml.j2'), ['5 unknown-key «limt»']);
  });
});

describe('a key that is asked for', () => {
  it('is silent when a line of the table stands for keys', () => {
    assert.deepEqual(found('[[runners]]\n  token = "x"\n  {{ include "runner" . }}\n'), []);
    assert.deepEqual(found('[[runners]]\n  token = "x"\n  {{- range .more }}\n  {{ . }}\n  {{- end }}\n'), []);
  });
  it('is silent when the template gives a key', () => {
    for (const [name, pair] of [
      ['config.toml.j2', '{% for k, v in all %}\n  {{ k }} = {{ v }}\n{% endfor %}'],
      ['config.toml.tmpl', '{{ range $k, $v := .all }}\n  {{ $k }} = {{ $v | quote }}\n{{ end }}'],
      ['config.toml.tftpl', '%{ for k, v in all ~}\n  ${k} = "${v}"\n%{ endfor ~}'],
      ['config.toml.erb', '<% @all.each do |k, v| %>\n  "<%= k %>" = <%= v %>\n<% end %>'],
      ['config.toml.j2', '  exec{{ k }} = "shell"'],
    ] as const) {
      assert.deepEqual(found(`[[runners]]\n  url = "{{ u }}"\n  token = "x"\n${pair}\n`, name), [], pair);
      assert.deepEqual(
        found(`[[runners]]\n  url = "{{ u }}"\n  token = "x"\n[runners.docker]\n${pair}\n`, name),
        ['1 missing-key «runners»'],
        pair,
      );
    }
  });
  it('is asked for when the line stands in another table', () =>
    assert.deepEqual(
      found('[[runners]]\n  token = "x"\n  executor = "docker"\n  [runners.docker]\n    {{ include "docker" . }}\n'),
      ['1 missing-key «runners»'],
    ));
  it('is asked for when the expressions are values', () =>
    assert.deepEqual(found('[[runners]]\n  token = "x"\n  executor = "shell"\n  name = "{{ .name }}"\n'), [
      '1 missing-key «runners»',
    ]));
  it('is not asked for because a template gives the token', () =>
    assert.deepEqual(
      found('[[runners]]\n  token = "{{ .token }}"\n  url = "{{ .url }}"\n  executor = "{{ .executor }}"\n'),
      [],
    ));
});

describe('a template without [[runners]] is a part of another', () => {
  it('of its beginning nothing is said', () => {
    assert.deepEqual(found('  limit = {{ .limit }}\n  privileged = true\n'), []);
    assert.deepEqual(found('[runners.docker]\n  image = "{{ .image }}"\n'), []);
  });
  it('but of its tables', () =>
    assert.deepEqual(found('[runners.docker]\n  image = "{{ .image }}"\n  imag = "a"\n'), ['3 unknown-key «imag»']));
  it('with a global it is the whole, up to a line that stands for others', () => {
    const globals = 'concurrent = {{ .concurrent }}\nchek_interval = 3\n';
    assert.deepEqual(found(`${globals}limit = 5\n`), ['2 unknown-key «chek_interval»', '3 misplaced-key «limit»']);
    assert.deepEqual(found(`${globals}[runners.docker]\n`), [
      '2 unknown-key «chek_interval»',
      '3 missing-runners-header «runners.docker»',
    ]);
    assert.deepEqual(found(`# {{ .x }}\n${globals}{{ include "runner" . }}\nlimit = 5\n[runners.docker]\n`), [
      '3 unknown-key «chek_interval»',
    ]);
  });
  it('where its place says that it is the whole, it is', () => {
    const document = onlyConfiguration(
      [
        'kind: ConfigMap',
        'metadata:',
        '  name: gitlab-runner',
        'data:',
        '  config.toml: |',
        '    concurrent = {{ .Values.concurrent }}',
        '    chek_interval = 3',
        '    log_levl = "info"',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      findingsIn(document).map(({ code }) => code),
      ['unknown-key', 'unknown-key'],
    );
  });
  it('with [[runners]] the beginning is known', () =>
    assert.deepEqual(found('concurent = 1\n[[runners]]\n  limit = {{ .limit }}\n'), ['1 unknown-key «concurent»']));
});

describe('a mark in the place of `=`', () => {
  for (const line of [
    'privileged: V',
    'privileged : V',
    'privileged:V',
    'privileged := V',
    '"privileged": V',
    'privileged: V # why',
    'dns: [V]',
    'dns: ["10.0.0.1", V]',
    'privileged: V V',
    'shm_size V',
  ])
    it(`is one mistake: ${line}`, () => {
      const text = `[[runners]]\n  executor = "docker"\n  [runners.docker]\n    ${line.replaceAll('V', '{{ v }}')}\n    tls_verify = "a"\n`;
      const [mistake, ...others] = found(text, 'config.toml.j2').map((said) => said.slice(0, 'n colon-for-eq'.length));
      assert.ok(mistake === '4 colon-for-eq' || mistake === '4 missing-equa', mistake);
      assert.deepEqual(others, ['5 wrong-type «']);
    });
});

describe('fixes', () => {
  /** The titles of all fixes of all findings. */
  const titles = (text: string) =>
    findingsIn(fileNamed('config.toml.tmpl', text)).flatMap(({ fixes }) =>
      (fixes?.() ?? []).map(({ title }) => said(title)),
    );

  it('that would move a templated value are not offered', () => {
    assert.deepEqual(titles('[[runners]]\n  privileged = true\n  [runners.docker]\n    image = "a"\n{{ end }}\n'), [
      'Move to `[runners.docker]`',
    ]);
    assert.deepEqual(
      titles('[[runners]]\n  privileged = {{ .privileged }}\n  [runners.docker]\n    image = "a"\n'),
      [],
    );
  });
  it('that would move a table with a template in it are not offered', () =>
    assert.deepEqual(
      titles('[[runners]]\n  [[runners.docker]]\n    {{ if .x }}\n    image = "{{ .image }}"\n    {{ end }}\n').filter(
        (title) => !title.startsWith('Change to'),
      ),
      [],
    ));
  it('that would move a line into a branch, or out of one, are not offered', () => {
    const limit = '    limit = 5';
    const inBranch = (...lines: readonly string[]) => ['  {{- if .x }}', ...lines, '  {{- end }}'];
    assert.deepEqual(
      titles(template('[[runners]]', ...inBranch('  executor = "kubernetes"'), '  [runners.kubernetes]', limit)),
      [],
    );
    assert.deepEqual(titles(template('[[runners]]', '  [runners.kubernetes]', ...inBranch(limit))), []);
    assert.deepEqual(titles(template('[[runners]]', ...inBranch('  [runners.kubernetes]', limit))), []);
    assert.deepEqual(titles(template('[[runners]]', ...inBranch('  name = "a"', '  [runners.docker]', limit))), [
      'Move to `[[runners]]`',
    ]);
    assert.deepEqual(titles(template(...inBranch('[[runners]]', '  [runners.kubernetes]', limit))), [
      'Move to `[[runners]]`',
    ]);
    assert.deepEqual(titles(template('[[runners]]', '  [runners.kubernetes]', limit, ...inBranch())), [
      'Move to `[[runners]]`',
    ]);
  });
  it('that would add a table before the keys of another one are not offered', () => {
    const services = '    services = ["mysql"]';
    const docker = (...lines: readonly string[]) => titles(template('[[runners]]', '  [runners.docker]', ...lines));
    const inline = 'Change to a list of inline tables';
    const tables = 'Change to `[[runners.docker.services]]` tables';
    assert.deepEqual(docker('    {{- if .x }}', services, '    {{- end }}', '    image = "x"'), [inline]);
    assert.deepEqual(docker(services, '    {{- if .x }}', '    image = "x"', '    {{- end }}'), [inline]);
    assert.deepEqual(
      docker(services, '    {{ if .x }}', '    [runners.cache]', '    {{ else }}', '    image = "x"', '    {{ end }}'),
      [inline],
    );
    assert.deepEqual(docker(services, '    {{ if .x }}', '    [runners.cache]', '    {{ end }}'), [tables, inline]);
  });
  it('and every other one stays', () =>
    assert.deepEqual(titles('[[runners]]\n  name = "{{ .name }}"\n  limit = "3"\n'), ['Change to `3`']));
});

describe('of the beginning of a template that is no whole file', () => {
  it('nothing is said before it is known to be one', () => {
    for (const text of [
      'limit = 1\n{{ include "x" . }}\n',
      '{{ include "x" . }}\nlimit = 1\n',
      '{{ if .x }}\n[runners.docker]\n  image = "a"\n{{ end }}\n',
      '{{ if .x }}\n[[runners]]\n{{ end }}\n[runners.docker]\n  image = "a"\n',
      '{{ if .x }}\n[[runners]]\n{{ else }}\n[runners.docker]\n  image = "a"\n{{ end }}\n',
    ])
      assert.deepEqual(found(text), [], text);
  });
  it('a key that only the globals have makes it one, up to the first line that a template gives', () => {
    assert.deepEqual(found('concurrent = 1\nlimit = 1\n{{ include "x" . }}\n'), ['2 misplaced-key «limit»']);
    assert.deepEqual(found('concurrent = 1\n{{ include "x" . }}\nlimit = 1\n'), []);
  });
});

it('in a file that is no template everything is said', () => {
  const document = fileNamed('config.toml', 'limit = 1\n');
  assert.deepEqual(
    findingsIn(document).map(({ code }) => code),
    ['misplaced-key'],
  );
});

describe('template text without an end', () => {
  const rendered = message('template-text');
  const lacks = (closer: string) => message('template-text.unclosed', { closer });
  const chart = (line: string) =>
    findingsIn(onlyConfiguration(`runners:\n  config: |\n    [[runners]]\n      ${line}\n`)).map(
      ({ message }) => message,
    );
  const inFile = (name: string, line: string) =>
    findingsIn(fileNamed(name, `[[runners]]\n${line}\n`)).map(({ message }) => message);

  it('is what is wrong where templates are rendered', () => {
    assert.deepEqual(chart('name = {{ .x'), [lacks('}}')]);
    assert.deepEqual(chart('name = {{ .x }'), [lacks('}}')]);
    assert.deepEqual(chart('{{- if .x'), [lacks('}}')]);
    assert.deepEqual(inFile('config.toml.j2', '{% if x'), [lacks('%}')]);
    assert.deepEqual(inFile('config.toml.tftpl', 'name = ${x'), [lacks('}')]);
    assert.deepEqual(inFile('config.toml.erb', 'name = <%= x'), [lacks('%>')]);
  });
  it('is no TOML elsewhere', () => {
    assert.deepEqual(inFile('config.toml', 'name = {{ .x'), [rendered]);
    // A comment of Jinja that Helm leaves.
    assert.deepEqual(chart('{# c #}'), [rendered]);
  });
});

it('where one text has quotes of its own around what is filled in, those of another are taken away, too', () => {
  const text = (name: string) =>
    `[[runners]]\n  name = "${name}"\n  url = "https://gitlab.example.com"\n  executor = "\\"docker\\""\n  token = "\${T}"\n`;
  const codes = (name: string) => findingsIn(fileNamed('config.toml.tftpl', text(name))).map(({ code }) => code);
  assert.deepEqual(codes('\\"${NAME}\\"'), []);
  assert.deepEqual(codes('${NAME}'), ['invalid-value']);
});

describe('what the place of a template says of it', () => {
  /** The codes of a configuration in the data of a ConfigMap. */
  const inData = (name: string, ...lines: readonly string[]) => {
    const yaml = ['kind: ConfigMap', 'metadata:', `  name: ${name}`, 'data:', '  config.toml: |'];
    const document = onlyConfiguration(template(...yaml, ...lines.map((line) => `    ${line}`)));
    return [document.traits.role, ...findingsIn(document).map(({ code }) => code)];
  };
  const late = ['limt = {{ .x }}', '[runners.docker]', '  image = "a"', '[[runners]]'];

  for (const [name, lines, expected] of [
    ['a-runner-config', ['limt = 1', '[session_server]', '  listen_address = "{{ .x }}"'], ['globals', 'unknown-key']],
    [
      'gitlab-runner',
      [...late, '  token = "{{ .x }}"'],
      ['configuration', 'unknown-key', 'missing-runners-header', 'missing-key', 'missing-key'],
    ],
    ['gitlab-runner', [...late, '  limit = 1'], ['template']],
  ] as const)
    it(`${expected[0]}: ${lines.at(-1)}`, () => assert.deepEqual(inData(name, ...lines), expected));
});

describe('a header that is asked for', () => {
  const table = (...around: readonly [string, string]) =>
    found(
      template('concurrent = {{ c }}', around[0], '[runners.docker]', '  image = "a"', around[1]),
      'config.toml.j2',
    );
  it('is missing below the beginning', () => {
    assert.deepEqual(table('', ''), ['3 missing-runners-header «runners.docker»']);
    assert.deepEqual(table('{% if x %}', '{% endif %}'), ['3 missing-runners-header «runners.docker»']);
  });
  it('may stand above where a macro is rendered', () =>
    assert.deepEqual(table('{% macro x() %}', '{% endmacro %}'), []));
});

describe('one variable twice in a list', () => {
  const variables = (...around: readonly [string, string]) =>
    found(
      template(
        '[[runners]]',
        '  name = "{{ .x }}"',
        '  environment = [',
        '    "A=1",',
        around[0],
        '    "A=2",',
        around[1],
        '  ]',
      ),
    );
  it('is one too many', () => assert.deepEqual(variables('', ''), ['4 environment-duplicate «"A=1"»']));
  it('may be in two branches', () => assert.deepEqual(variables('{{ if .x }}', '{{ end }}'), []));
});

it('a fix may insert right before a template, and not inside of one', () => {
  const titles = (line: string) =>
    findingsIn(
      fileNamed(
        'config.toml.tmpl',
        template('[[runners]]', line, '{{ if .x }}', '{{ end }}', '  [runners.kubernetes]', '    limit = 5'),
      ),
    ).flatMap(({ fixes }) => (fixes?.() ?? []).map(({ title }) => said(title)));
  assert.deepEqual(titles('  name = "a"'), ['Move to `[[runners]]`']);
});

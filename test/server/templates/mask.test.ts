// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform and shells write their templates so
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDocument } from '../../../server/meaning/create-document';
import type { TemplateStyle } from '../../../server/templates/tag';
import { maskText } from './templates';

/** Masks and checks what holds for every template; the masked text with each stand-in cut to its first letters: `"xxxx"` is `"x"`. */
function mask(text: string, style: TemplateStyle, problems: string[] = []): string {
  const { masked } = maskText(text, { style });
  assert.equal(masked.length, text.length);
  assert.deepEqual(
    createDocument('file:///config.toml', masked).syntaxProblems.map(({ code }) => code),
    problems,
    masked,
  );
  return masked
    .replace(/#[x \t]*x[ \t]*/g, '#')
    .replace(/(?:x{2,}[a-w]?)+/g, 'x')
    .replace(/ {2,}/g, ' ')
    .trimEnd();
}

describe('a value', () => {
  it('becomes a string of the same length', () => {
    const { masked, templates, valueSpans } = maskText('limit = {{ limit }}\n', { style: 'jinja' });
    assert.equal(masked, 'limit = "xxxxxxxxx"\n');
    assert.deepEqual(
      templates.map(({ start, end, kind }) => [start, end, kind]),
      [[8, 19, 'expression']],
    );
    assert.deepEqual(valueSpans, [{ start: 8, end: 19, filled: 'value' }]);
  });

  it('has room for two characters: $A', () => {
    assert.equal(maskText('limit = $A', { style: 'shell' }).masked, 'limit = ""');
  });

  for (const [text, style] of [
    ['a = {{- .Values.size -}}', 'go'],
    ['a = {{ .Values.size }}m', 'go'],
    ['a = 10{{ .Values.unit }}', 'go'],
    ['a = {{ .Values.a }}/{{ .Values.b }}', 'go'],
    ['a = {{ .Values.a }} {{ .Values.b }}', 'go'],
    ['a = {{ include "runner.tags" . | default "a # b ] } \\" c" | toJson }}', 'go'],
    ['a = {{ `raw "quoted }}` }}', 'go'],
    ['a = {{ "}}" }}', 'go'],
    ['a = glrt-{{ token }}', 'jinja'],
    ["a = {{ {'a': {'b': 1}} | to_json }}", 'jinja'],
    ['a = {% if tls %}true{% else %}false{% endif %}', 'jinja'],
    ['a = {% if x %}["a"]{% else %}["b", "c"]{% endif %}', 'jinja'],
    ['a = "{{ x }}"{{ y }}', 'jinja'],
    ['a = ${jsonencode({ a = "}", b = { c = 1 } })}', 'terraform'],
    ['a = ${join(",", [for v in volumes : "\\"${v}\\""])}', 'terraform'],
    ['a = %{ if x }1%{ else }2%{ endif }', 'terraform'],
    ['a = <%= @volumes.map { |v| "#{v}" } %>', 'erb'],
    ['a = ${CONCURRENT:-4}', 'shell'],
    ['a = $CONCURRENT', 'shell'],
    ['a = <number of jobs>', 'shell'],
    ['a = __CONCURRENT__', 'shell'],
    ['a = @@CONCURRENT@@', 'shell'],
    ['a = %CONCURRENT%', 'shell'],
  ] as const) {
    it(`${text}`, () => assert.equal(mask(text, style), 'a = "x"'));
  }

  it('keeps what a tag after it ends, and the comment of its line', () => {
    assert.equal(mask('{% if x %}a = {{ x }}{% endif %} # why\n', 'jinja'), ' a = "x"## why');
    assert.equal(mask('a = 1 {# not 2 #}\n', 'jinja'), 'a = 1 #');
    assert.equal(mask('a = {{/* why */}} 5\n', 'go'), 'a = 5');
  });

  it('of several lines ends on its first one', () => {
    const text = 'a = {{ x\n  | default(1) }}\nb = 1\n';
    assert.equal(maskText(text, { style: 'jinja' }).masked, 'a = "xx"\n                 \nb = 1\n');
  });

  it('chosen by a condition of several lines', () => {
    assert.equal(
      mask('a = {% if x %}\n  1\n{% else %}\n  2\n{% endif %}\nb = 1', 'jinja'),
      'a = "x"\n \n \n \n \nb = 1',
    );
  });
});

describe('a string', () => {
  it('keeps its own text; quotes inside of a tag do not end it', () => {
    assert.equal(mask('image = "{{ printf "%s:%s" .a .b }}/ruby:{{ .tag }}" # }}', 'go'), 'image = "x/ruby:x" # }}');
    assert.equal(mask(`volumes = ["{{ vs | default(['/cache']) | join('","') }}"]`, 'jinja'), 'volumes = ["x"]');
    assert.equal(mask('a = "%{ if p != "" }${p}%{ else }${q}%{ endif ~}"', 'terraform'), 'a = "x"');
  });

  it('holds variables of a shell as normal text', () => {
    const text = 'builds_dir = "${CI_PROJECT_DIR}/$CI_JOB_ID <a> __b__ %c%"\npre_build_script = """\necho ${A}\n"""\n';
    for (const style of ['go', 'jinja', 'erb', 'shell'] as const)
      assert.equal(maskText(text, { style }).masked, text, style);
  });

  it('holds $${ as an escaped text of Terraform', () => {
    assert.equal(mask('a = "$${CI_PROJECT_DIR}/${dir}"', 'terraform'), 'a = "$${CI_PROJECT_DIR}/x"');
  });

  it('of several lines keeps them', () => {
    assert.equal(
      mask("a = '''\n{{ x |\n indent }}\necho ${A}\n'''\nb = 1", 'jinja'),
      "a = '''\nx\nx\necho ${A}\n'''\nb = 1",
    );
  });

  it('whose tag holds a line break ends before it', () => {
    assert.equal(mask('a = ["{{ x\n  | y }}", "b"]', 'jinja'), 'a = ["x"\n , "b"]');
  });

  it('escapes stay escapes', () => {
    assert.equal(mask('a = "C:\\{{ x }}"', 'jinja'), 'a = "C:\\nx"');
  });
});

describe('a line', () => {
  it('of tags alone becomes a comment', () => {
    assert.equal(
      mask('{{- if .Values.s3 }}\n  {{ include "cache" . | indent 2 }} # cache\n{{ end }}\n', 'go'),
      '#\n ## cache\n#',
    );
    assert.equal(mask('$EXTRA\n${MORE}\n', 'shell'), '#\n#');
    assert.equal(mask('{#\n why "\n#}\na = 1', 'jinja'), '#\n #\n#\na = 1');
    assert.equal(mask('<% @runners.each do |runner| -%>\n[[runners]]\n<% end -%>', 'erb'), '#\n[[runners]]\n#');
  });

  it('with a pair or a header keeps it', () => {
    assert.equal(
      mask('{% if a %}[runners.custom]\n  run_exec = "x"\n{% endif %}', 'jinja'),
      ' [runners.custom]\n run_exec = "x"\n#',
    );
    assert.equal(mask('%{ if n > 0 }MaxBuilds = ${n}%{ endif }', 'terraform'), ' MaxBuilds = "x"#');
    assert.equal(mask('[runners.docker]{{ end }}', 'go'), '[runners.docker]#');
  });

  it('of text that a macro gives is left out', () => {
    assert.equal(mask('{% macro oneline(v) %}text{% endmacro %}', 'jinja'), '#');
  });

  it('with line breaks of Windows keeps them', () => {
    const { masked } = maskText('{{ a\r\n b }}\r\nc = {{ d }}\r\n', { style: 'go' });
    assert.equal(masked, '#x x\r\n # xx\r\nc = "xxxxx"\r\n');
  });
});

describe('a key', () => {
  it('becomes a bare key, the same for the same text', () => {
    assert.equal(
      maskText('{{ a }} = 1\n{{ b }} = 1\n{{ a }}_x = 1\n', { style: 'go' }).masked,
      'xxxxxxx = 1\nxxxxxxb = 1\nxxxxxxxxc = 1\n',
    );
    assert.equal(
      mask('[[runners.{{ .kind }}]]\n[runners.{{ .kind }}.items]\n[runners.{{ .king }}]', 'go'),
      '[[runners.x]]\n[runners.x.items]\n[runners.x]',
    );
    assert.equal(mask('"{{ k }}" = "{{ v }}"\n"{{ l }}" = 1\nab{{ k }}.c = 1', 'jinja'), '"x" = "x"\n"x" = 1\nx.c = 1');
    assert.equal(mask('[runners.{% if a %}docker{% else %}kubernetes{% endif %}]', 'jinja'), '[runners.x]');
    assert.equal(mask('${key} = ${value}', 'terraform'), 'x = "x"');
  });

  it('between underscores is a key like any other', () => {
    const text = '__a__ = 1\n[__b__]\n';
    assert.deepEqual(maskText(text, { style: 'shell' }), {
      masked: text,
      readTo: text.length,
      templates: [],
      valueSpans: [],
    });
  });
});

describe('an array', () => {
  for (const [text, style, masked] of [
    ['a = [{% for v in vs %}"{{ v }}",{% endfor %}]', 'jinja', 'a = [ "x", ]'],
    ['a = [{% for v in vs %}"{{ v }}"{% if not loop.last %}, {% endif %}{% endfor %}]', 'jinja', 'a = [ "x" , ]'],
    ['a = [{% for v in vs %}{% if not loop.first %}, {% endif %}"{{ v }}"{% endfor %}]', 'jinja', 'a = [ "x" ]'],
    ['a = [{{ range $i, $v := .vs }}{{ if $i }}, {{ end }}{{ $v | quote }}{{ end }}]', 'go', 'a = [ "x" ]'],
    ['a = ["b"{% if c %}{% for d in e %}, "{{ d }}"{% endfor %}{% endif %}]', 'jinja', 'a = ["b" , "x" ]'],
    ['a = [{% if b %}"c"{% else %}"d"{% endif %}]', 'jinja', 'a = [ "c", "d" ]'],
    ['a = ["/cache"${volumes}]', 'terraform', 'a = ["/cache" ]'],
    ['a = ["/cache" ${volumes} "/builds"]', 'terraform', 'a = ["/cache" , "/builds"]'],
    ['a = ["/cache", ${volumes}, 10${unit}]', 'terraform', 'a = ["/cache", "x", "x"]'],
    ['a = [[{{ x }}], {{ y }}]', 'jinja', 'a = [["x"], "x"]'],
    ['a = [\n"b"\n%{~ if c ~}\n,"d"\n%{~ endif ~}\n${e}\n]', 'terraform', 'a = [\n"b"\n#\n,"d"\n#\n#\n]'],
    ['a = [$A, "b", __C__, <D>]', 'shell', 'a = ["", "b", "x", "x"]'],
  ] as const) {
    it(text, () => assert.equal(mask(text, style), masked));
  }
});

describe('an inline table', () => {
  for (const [text, style, masked] of [
    ['a = { b = {{ x }}, {{ k }} = 1 }', 'jinja', 'a = { b = "x", x = 1 }'],
    [
      'a = { {% for k in ks %}"{{ k }}" = {{ k }}{% if not loop.last %}, {% endif %}{% endfor %} }',
      'jinja',
      'a = { "x" = "x" }',
    ],
    ['a = {{{ include "labels" . }}}', 'go', 'a = { }'],
    ['a = { b = {% if x %}1{% else %}2{% endif %}, c = [{{ y }}] }', 'jinja', 'a = { b = "x", c = ["x"] }'],
    ['a = { {{ if .x }}b = 1{{ else }}c = 2{{ end }} }', 'go', 'a = { b = 1, c = 2 }'],
  ] as const) {
    it(text, () => assert.equal(mask(text, style), masked));
  }
});

describe('comments', () => {
  it('stay as they are, but their tags are known', () => {
    const text = '# {{ ansible_managed }}\na = 1 # {% if x %}\n';
    const { masked, templates } = maskText(text, { style: 'jinja' });
    assert.equal(masked, text);
    assert.deepEqual(
      templates.map(({ kind }) => kind),
      ['expression', 'control'],
    );
  });

  it('go on where a tag in them does', () => {
    assert.equal(mask('# {{ x\n  | comment }}\na = 1', 'jinja'), '# {{ x\n #\na = 1');
  });
});

describe('real mistakes', () => {
  it('between template text are still there', () => {
    mask('a = {{ x }}\nb = docker\n{% if c %}\nd "e"\n{% endif %}\n', 'jinja', ['bare-word', 'missing-equals']);
    mask('volumes = ["{{ a }}" "b"]\n', 'jinja', ['missing-comma']);
    mask('limit {{ x }}\n', 'jinja', ['missing-equals']);
    mask('limit = {{ x }},\n', 'jinja', ['text-after-value']);
  });

  it('a tag without an end is one', () => {
    mask('a = {{ x }\nb = {{ y }}\n', 'jinja', ['template-text']);
    mask('a = ${x\n', 'terraform', ['template-text']);
  });

  it('a missing bracket does not hide the lines below', () => {
    assert.equal(
      mask('a = ["b",\n{{ c }} = {{ d }}\ne = {{ f }}\n', 'go', ['unclosed-array']).includes('e = "x"'),
      true,
    );
  });
});

describe('ordinary files', () => {
  for (const text of [
    'a = { a = 1 }\n[[runners]]\nb = [[1], [2]]\nc = {}\nd = [{}, { e = {} }]\n',
    'a = {# why\n  b = 1\n}\n',
    'name = "{{ CI_VAR }}"\nenvironment = ["A={{ b }}", "B={% c %}", "C=<%= d %>"]\n',
    'builds_dir = "${CI_PROJECT_DIR}"\n',
    "pre_build_script = '''\n{{ x }}\n${A}\n$B\n<c>\n'''\n",
    '# {{ x }} and ${y} and {% z %}\n',
    'a = {{ b = 1 }}\n',
    'a = {{ "b": 1 }}\n',
    'image = docker {{ x }}"\n',
    'description = Managed by "{{ .Node }}"\n',
    'echo $HOME ${A}\n$ gitlab-runner register\n',
    '<runners>\n  <name>a</name>\n</runners>\n',
    'a = {{\nb = {%\nc = ${\nd = <%\n',
    'a = 100%\nb = 5%d\n',
    '__a__ = 1\n[__b__]\nc = { __d__ = 1 }\n',
  ]) {
    it(JSON.stringify(text), () =>
      assert.deepEqual(maskText(text, { path: 'config.toml' }), {
        masked: text,
        readTo: text.length,
        templates: [],
        valueSpans: [],
      }),
    );
  }
});

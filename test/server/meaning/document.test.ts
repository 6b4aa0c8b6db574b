// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are what is tested.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConfigDocument } from '../../../server/meaning/document';
import { TEMPLATE_ENDINGS } from '../../../server/templates/kinds';
import { Lines } from '../../../server/text/lines';
import { counted } from '../../counted';
import { editedFile, fileNamed, onlyConfiguration } from '../in-yaml';

/** A place in a text: `line:character`, from 0. */
const place = ({ line, character }: { line: number; character: number }) => `${line}:${character}`;

/** Every offset of the text goes to a position that shows the same character, and comes back. */
function assertBothWays(yaml: string, document: ConfigDocument): void {
  const lines = new Lines(yaml);
  for (let offset = 0; offset < document.text.length; offset++) {
    const position = document.position(offset);
    const character = document.text[offset];
    if (character !== '\n' && character !== '\r') assert.equal(yaml[lines.offset(position)], character, `${offset}`);
    assert.equal(document.offset(position), offset, `${offset} is at ${place(position)}`);
  }
}

/** Replaces the first `old` of the configuration by `text`: the whole file. */
function replaced(yaml: string, old: string, text: string): string {
  const document = onlyConfiguration(yaml);
  const start = document.text.indexOf(old);
  assert.ok(start >= 0, old);
  return editedFile(yaml, document, [{ start, end: start + old.length, newText: text }]);
}

const VALUES = `gitlabUrl: https://gitlab.example.com
runners:
  config: |
    [[runners]]
      name = "🦊" # fox

      limit = 1
  secret: x
`;

describe('a block of YAML', () => {
  it('has the text without its indentation, and what the place makes of it', () => {
    const document = onlyConfiguration(VALUES);
    assert.equal(document.text, '[[runners]]\n  name = "🦊" # fox\n\n  limit = 1\n');
    assert.deepEqual(document.region?.path, ['runners', 'config']);
    assert.equal(document.traits.owner, 'chart');
    assert.equal(document.traits.role, 'template');
    assert.equal(document.isTemplate, false);
    assert.deepEqual(document.syntaxProblems, []);
  });
  it('maps positions both ways', () => {
    const document = onlyConfiguration(VALUES);
    assert.equal(place(document.position(0)), '3:4');
    assert.equal(place(document.position(document.text.indexOf('limit'))), '6:6');
    assertBothWays(VALUES, document);
  });
  it('takes positions outside as its nearest end, and those in the indentation as the line’s start', () => {
    const document = onlyConfiguration(VALUES);
    assert.equal(document.offset({ line: 0, character: 3 }), 0);
    assert.equal(document.offset({ line: 7, character: 3 }), document.text.length);
    assert.equal(document.offset({ line: 6, character: 2 }), document.text.indexOf('  limit'));
  });
  it('keeps its indentation when lines come, change and go', () => {
    assert.equal(replaced(VALUES, '1', '2'), VALUES.replace('limit = 1', 'limit = 2'));
    assert.equal(
      replaced(VALUES, '\n  limit', '\n  [runners.docker]\n    image = "a"\n  limit'),
      VALUES.replace('      limit', '      [runners.docker]\n        image = "a"\n      limit'),
    );
    assert.equal(replaced(VALUES, '  limit = 1\n', ''), VALUES.replace('      limit = 1\n', ''));
  });
});

describe('a block with CRLF', () => {
  const windows = VALUES.replaceAll('\n', '\r\n');
  it('maps positions both ways', () => {
    const document = onlyConfiguration(windows);
    assert.deepEqual(document.syntaxProblems, []);
    assert.equal(place(document.position(document.text.indexOf('limit'))), '6:6');
    assertBothWays(windows, document);
  });
  it('gets line breaks of the file', () => {
    assert.equal(
      replaced(windows, '  limit', '  x = 1\n  limit'),
      windows.replace('      limit', '      x = 1\r\n      limit'),
    );
  });
});

describe('TOML in YAML in YAML, as Argo CD has it', () => {
  const yaml = `apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  source:
    helm:
      values: |
        runners:
          config: |
            [[runners]]
              [runners.kubernetes]
                image = "alpine"
          name: a
`;
  it('maps positions both ways', () => {
    const document = onlyConfiguration(yaml);
    assert.equal(document.text, '[[runners]]\n  [runners.kubernetes]\n    image = "alpine"\n');
    assert.equal(document.traits.role, 'template');
    assert.equal(place(document.position(document.text.indexOf('image'))), '10:16');
    assertBothWays(yaml, document);
  });
  it('keeps both indentations', () => {
    assert.equal(
      replaced(yaml, '    image', '    namespace = "ci"\n    image'),
      yaml.replace(' '.repeat(16), `${' '.repeat(16)}namespace = "ci"\n${' '.repeat(16)}`),
    );
  });
});

describe('a text in double quotes', () => {
  const yaml = 'runners: { config: "[[runners]]\\n  name = \\"a\\"\\n  limit = 1\\n" }\n';
  it('maps positions both ways', () => {
    const document = onlyConfiguration(yaml);
    assert.equal(document.text, '[[runners]]\n  name = "a"\n  limit = 1\n');
    const { start, end } = document.range({ start: document.text.indexOf('limit'), end: document.text.length });
    assert.equal(start.line, 0);
    assert.equal(yaml.slice(start.character, end.character), 'limit = 1\\n');
    for (let offset = 0; offset < document.text.length; offset++)
      assert.equal(document.offset(document.position(offset)), offset);
  });
  it('takes what stands there as it is, and nothing that had to be escaped', () => {
    assert.equal(replaced(yaml, 'limit', 'request_concurrency'), yaml.replace('limit', 'request_concurrency'));
    assert.equal(replaced(yaml, '  limit', '  shell = "bash"\n  limit'), yaml);
  });
});

describe('a whole file', () => {
  const silent = (name: string, text: string) => {
    const document = fileNamed(name, text);
    assert.deepEqual(document.syntaxProblems, [], `${name}: ${text}`);
    assert.equal(document.isTemplate, true, name);
    return document;
  };
  it('is masked where its text shows a template', () => {
    silent('config.toml', '[[runners]]\n{{ if .x }}\n  limit = {{ .limit }}\n{{ end }}\n');
    silent('config.toml', '[[runners]]\n{% if x %}\n  limit = {{ limit }}\n{% endif %}\n');
    silent('config.toml', '[[runners]]\n  limit = ${limit}\n');
    silent('config.toml', '[[runners]]\n<% if @x %>\n  limit = <%= @limit %>\n<% end %>\n');
  });
  it('is masked where its name says so', () => {
    for (const ending of counted(TEMPLATE_ENDINGS.filter((ending) => ending !== 'template')))
      assert.equal(fileNamed(`config.toml.${ending}`, '[[runners]]\n').isTemplate, true, ending);
    silent('config.toml.tftpl', '[[runners]]\n  limit = ${var.limit}\n%{ if x }\n  name = "a"\n%{ endif }\n');
    silent('config.toml.j2', '[[runners]]\n  limit = {{ limit }}\n');
    silent('config.toml.erb', '[[runners]]\n  limit = <%= @limit %>\n');
  });
  it('keeps its text and says what it does not know', () => {
    const text = '[[runners]]\n  limit = {{ .limit }}\n  name = "a-{{ .name }}"\n';
    const document = silent('config.toml', text);
    assert.equal(document.text, text);
    assert.deepEqual(
      document.templates.map(({ start, end, kind }) => [text.slice(start, end), kind]),
      [
        ['{{ .limit }}', 'expression'],
        ['{{ .name }}', 'expression'],
      ],
    );
    assert.deepEqual(
      document.templatedValues.map(({ start, end }) => text.slice(start, end)),
      ['{{ .limit }}', '"a-{{ .name }}"'],
    );
  });
  it('is no template for a placeholder or a shell variable: the runner refuses it', () => {
    for (const value of ['<TOKEN>', '$TOKEN', '${TOKEN}']) {
      const document = fileNamed('config.toml', `[[runners]]\n  token = ${value}\n  limit = 1\n`);
      assert.equal(document.isTemplate, false, value);
      assert.deepEqual(document.templates, []);
      assert.deepEqual(
        document.syntaxProblems.map(({ code, severity, start, end }) => [
          code,
          severity,
          document.text.slice(start, end),
        ]),
        [['placeholder', 'error', value]],
      );
    }
  });
  it('is one for them where the name says that somebody fills them in', () => {
    const names = [
      'config.toml.tpl',
      'runner.template.toml',
      'config.toml.in',
      'config.toml.dist',
      'config.example.toml',
    ];
    for (const name of names) {
      const document = fileNamed(name, 'concurrent = ${N}\n[[runners]]\n  token = <TOKEN>\n  limit = "x\n');
      assert.equal(document.templates.length, 2, name);
      assert.deepEqual(
        document.syntaxProblems.map(({ code }) => code),
        ['unterminated-string'],
      );
    }
  });
  it('with braces in its strings only is none either', () => {
    const document = fileNamed(
      'config.toml',
      '[[runners]]\n  pre_build_script = "docker ps --format {{.Names}} ${X}"\n',
    );
    assert.equal(document.isTemplate, false);
  });
  it('has the content of a template by the name of registration templates, and none otherwise', () => {
    const contentOf = (name: string) => fileNamed(name, '').traits.role;
    assert.equal(contentOf('config.template.toml'), 'template');
    assert.equal(contentOf('config-template.toml'), 'template');
    assert.equal(contentOf('config.toml'), undefined);
    assert.equal(contentOf('my-config.template.toml'), undefined);
  });
  it('maps positions and edits as they are', () => {
    const document = fileNamed('config.toml', 'a = 1\nb = 2\n');
    assert.equal(place(document.position(6)), '1:0');
    assert.equal(document.offset({ line: 1, character: 0 }), 6);
    assert.deepEqual(document.edits([{ start: 6, end: 7, newText: 'c' }]), [
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, newText: 'c' },
    ]);
  });
});

describe('what is defined in two branches', () => {
  it('is defined once', () => {
    const text = '[[runners]]\n{{ if .x }}\n  limit = 1\n{{ else }}\n  limit = 2\n{{ end }}\n';
    assert.deepEqual(fileNamed('config.toml', text).syntaxProblems, []);
  });
  it('and twice in one branch is a problem', () => {
    const text = '[[runners]]\n{{ if .x }}\n  limit = 1\n  limit = 2\n{{ end }}\n';
    const { syntaxProblems } = fileNamed('config.toml', text);
    assert.deepEqual(
      syntaxProblems.map(({ code }) => code),
      ['duplicate-key'],
    );
  });
});

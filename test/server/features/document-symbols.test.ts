import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/features/document-symbols';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import { message } from '../../../server/text/message';
import { said } from '../said';

const context = createContext({ snippets: true });

function symbols(text: string): DocumentSymbol[] {
  const found = documentSymbols(createDocument('config.toml', text), context);
  assertNested(found);
  return found;
}

/** One line for each symbol, `name: detail`, indented as the outline nests them. */
function outline(text: string): string[] {
  const lines = (all: DocumentSymbol[], indent: string): string[] =>
    all.flatMap(({ name, detail, children }) => [
      indent + (detail === undefined ? name : `${name}: ${detail}`),
      ...lines(children ?? [], `${indent}  `),
    ]);
  return lines(symbols(text), '');
}

function assertNested(all: DocumentSymbol[], outer?: Range): void {
  let before: Range | undefined;
  for (const { name, range, selectionRange, children } of all) {
    assert.ok(name.trim(), 'a symbol without a name');
    assert.ok(holds(range, selectionRange), `${name}: selection outside the range`);
    if (outer) assert.ok(holds(outer, range), `${name} is outside its parent`);
    if (before) assert.ok(compare(before.end, range.start) <= 0, `${name} overlaps the one before`);
    before = range;
    assertNested(children ?? [], range);
  }
}

function holds(outer: Range, inner: Range): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}

describe('document symbols', () => {
  it('shows template text as it is written', () => {
    const text = `[[runners]]
  name = "{{ .Release.Name }}"
  executor = {{ .Values.executor | quote }}
  limit = {{ .Values.limit }}
  [runners.{{ .Values.kind }}]
    namespace = "ci-{{ .Release.Namespace }}"
    {{ .Values.option }}.x = "y"
    token = "{{ .Values.token }}"
    [[runners.{{ .Values.kind }}.services]]
      name = '{{ .Values.service }}'
`;
    assert.deepEqual(outline(text), [
      '{{ .Release.Name }} ({{ .Values.executor | quote }}): [[runners]]',
      '  name: {{ .Release.Name }}',
      '  executor: {{ .Values.executor | quote }}',
      '  limit: {{ .Values.limit }}',
      '  {{ .Values.kind }}',
      '    namespace: ci-{{ .Release.Namespace }}',
      '    {{ .Values.option }}.x: y',
      '    token',
      '    services: {{ .Values.service }}',
      '      name: {{ .Values.service }}',
    ]);
  });

  it('shows runners by name and executor, with their tables below', () => {
    const text = `concurrent = 4
[[runners]]
  name = "build-01"
  executor = "docker"
  [runners.docker]
    image = "alpine"
    [runners.docker.sysctls]
      "net.ipv4.ip_forward" = "1"
  [runners.cache]
[[runners]]
  executor = "shell"
`;
    assert.deepEqual(outline(text), [
      'concurrent: 4',
      'build-01 (docker): [[runners]]',
      '  name: build-01',
      '  executor: docker',
      '  docker',
      '    image: alpine',
      '    sysctls',
      '      net.ipv4.ip_forward: 1',
      '  cache',
      'runner 2 (shell): [[runners]]',
      '  executor: shell',
    ]);
  });

  it('tells the elements of an array of tables apart', () => {
    const text = `[[runners]]
  [[runners.kubernetes.host_aliases]]
    ip = "10.0.0.1"
  [[runners.docker.services]]
    alias = "db"
    name = "postgres:16"
`;
    assert.deepEqual(outline(text).slice(1), [
      '  kubernetes.host_aliases: 10.0.0.1',
      '    ip: 10.0.0.1',
      '  docker.services: postgres:16',
      '    alias: db',
      '    name: postgres:16',
    ]);
  });

  it('shows a table that is continued after another one a second time, so that ranges do not cross', () => {
    assert.deepEqual(outline('[[runners]]\n[runners.docker]\n[runners.cache]\n[runners.docker.sysctls]\n'), [
      'runner 1: [[runners]]',
      '  docker',
      '  cache',
      '  docker.sysctls',
    ]);
  });

  it('goes into inline tables', () => {
    assert.deepEqual(outline('services = [{ name = "a" }, { alias = "b" }]\nmachine = { drain = true }\n'), [
      'services: 2 items',
      '  [0]: a',
      '    name: a',
      '  [1]: b',
      '    alias: b',
      'machine',
      '  drain: true',
    ]);
  });

  it('shows no secrets', () => {
    const text = `token = "glrt-1"
AccessKey = "a"
SecretKey = "b"
PASSWORD = "c"
auth = { password = "d" }
url = "https://user:e@gitlab.example.com/"
pre_build_script = "export DEPLOY_TOKEN=f"
environment = ["G=h"]
labels = { note = "glpat-i" }
[[x]]
  token = "j"
`;
    assert.deepEqual(outline(text), [
      'token',
      'AccessKey',
      'SecretKey',
      'PASSWORD',
      'auth',
      '  password',
      'url',
      'pre_build_script',
      'environment: 1 item',
      'labels',
      '  note',
      'x',
      '  token',
    ]);
  });

  it('shows a long text in one short line', () => {
    const [symbol] = symbols(`pre_build_script = """\necho one\necho ${'x'.repeat(80)}"""\n`);
    assert.equal(symbol?.detail, `echo one echo ${'x'.repeat(45)}…`);
  });

  it('stays sensible while a file is half typed', () => {
    assert.deepEqual(outline('[[runners]]\n  name = "a"\n  exec\n  limit =\n  [runners.\n    image = "b"\n[[\n'), [
      'a: [[runners]]',
      '  name: a',
      '  limit',
      '  [runners.',
      '    image: b',
      '[[',
    ]);
    assert.deepEqual(outline('[[runners]]\n  name = ""\n[]\n'), ['runner 1: [[runners]]', '  name: ', '[]']);
  });

  it('ends a table with what belongs to it and selects its name', () => {
    const [runner, other] = symbols('[[runners]]\n  name = "a"\n  # limit = 1\n\n# next\n[session_server]\n');
    assert.deepEqual(runner?.range, { start: { line: 0, character: 0 }, end: { line: 2, character: 13 } });
    assert.deepEqual(runner?.selectionRange, { start: { line: 0, character: 2 }, end: { line: 0, character: 9 } });
    assert.equal(runner?.kind, SymbolKind.Class);
    assert.equal(other?.kind, SymbolKind.Namespace);
  });

  describe('of a text over 1 MB', () => {
    const script = `  pre_build_script = "${'x'.repeat(1_000_000)}"`;
    const runners = (count: number, ...keys: string[]) =>
      Array.from({ length: count }, () => ['[[runners]]', ...keys].join('\n')).join('\n');

    it('has no more than an editor takes, in a shorter text too', () => {
      const shown = outline(runners(2000, '  limit = 1', '  [runners.docker]', '    image = "a"'));
      assert.deepEqual(shown.slice(0, 2), ['runner 1: [[runners]]', '  docker']);
      assert.equal(shown.length, 4000);
    });

    it('is whole while it is short', () => {
      assert.deepEqual(outline(`${runners(2, '  [runners.docker]', '    image = "a"')}\n[[runners]]\n${script}\n`), [
        ...['runner 1: [[runners]]', '  docker', '    image: a'],
        ...['runner 2: [[runners]]', '  docker', '    image: a'],
        ...['runner 3: [[runners]]', `  pre_build_script: ${'x'.repeat(59)}…`],
      ]);
    });

    it('has no keys below tables where those would be too many', () => {
      const shown = outline(
        `concurrent = 1\n[[runners]]\n${script}\n${runners(2000, '  limit = 1', '  [runners.docker]', '    image = "a"')}`,
      );
      assert.deepEqual(shown.slice(0, 4), [
        'concurrent: 1',
        'runner 1: [[runners]]',
        'runner 2: [[runners]]',
        '  docker',
      ]);
      assert.equal(shown.length, 4002);
    });

    it('has no tables below runners where those would be too many', () => {
      const shown = outline(`[[runners]]\n${script}\n${runners(4000, '  name = "a"', '  [runners.docker]')}`);
      assert.deepEqual(shown.slice(0, 2), ['runner 1: [[runners]]', 'a: [[runners]]']);
      assert.equal(shown.length, 4001);
    });

    it('ends with a symbol for what is not shown', () => {
      const text = `concurrent = 1\n[[runners]]\n${script}\n${runners(6000)}`;
      const shown = symbols(text);
      assert.equal(shown.length, 5000);
      assert.deepEqual(shown.at(-1), {
        name: said(message('symbol.missing', { number: 1003 })),
        detail: said(message('symbol.missing.reason')),
        kind: SymbolKind.Namespace,
        range: { start: { line: 5000, character: 0 }, end: { line: 6002, character: 11 } },
        selectionRange: { start: { line: 5000, character: 0 }, end: { line: 5000, character: 11 } },
      });
    });

    it('counts keys outside of tables, too', () => {
      const keys = Array.from({ length: 6000 }, (_, index) => `key_${index} = 1`);
      const shown = outline(`${keys.join('\n')}\n[[runners]]\n${script}\n`);
      assert.deepEqual(shown.slice(4998), [
        'key_4998: 1',
        [message('symbol.missing', { number: 1002 }), message('symbol.missing.reason')].map(said).join(': '),
      ]);
    });
  });
});

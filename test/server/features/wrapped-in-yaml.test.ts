/** Every configuration of the corpus as a block of YAML: what is done to it leaves the YAML around as it is. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseDocument } from 'yaml';
import { checkDocument } from '../../../server/check/check';
import { editsOf } from '../../../server/edits/changes';
import { completion } from '../../../server/features/completion';
import { formatDocument } from '../../../server/features/formatting';
import { createDocument } from '../../../server/meaning/create-document';
import type { ConfigDocument } from '../../../server/meaning/document';
import { readFile } from '../../../server/meaning/host-file';
import type { TableNode } from '../../../server/toml/model';
import type { Value } from '../../../server/toml/syntax';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';
import { acceptInFile, editedFile } from '../in-yaml';
import { said } from '../said';
import { context } from './completing';

const options = { tabSize: 2, insertSpaces: true };
const URI = 'file:///values.yaml';

/** The text below `config: |`, with a key behind it or at the end of the file. */
function wrapped(text: string, header: string, behind: string): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  return `runners:\n  config: ${header}\n${lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}${behind}`;
}

/** What the package reads: the configuration, and all that is around it. Undefined for a file that it refuses. */
function read(yaml: string): { config: string; around: unknown } | undefined {
  const parsed = parseDocument(yaml);
  if (parsed.errors.length > 0) return undefined;
  const { runners, ...others } = parsed.toJS() as { runners: { config: string } };
  const { config, ...besides } = runners;
  return { config, around: { ...others, besides } };
}

function documentOf(yaml: string): ConfigDocument {
  const { documents } = readFile(URI, yaml, 'yaml');
  assert.equal(documents.length, 1, yaml);
  return documents[0] as ConfigDocument;
}

function decoded(value: Value): unknown {
  if (value.type === 'array') return value.items.map(decoded);
  if (value.type === 'inline-table')
    return value.pairs.map(({ key, value: inner }) => [key.segments.map(({ name }) => name), decoded(inner)]);
  return value.type === 'invalid' ? 'invalid' : [value.type, value.value];
}

function valuesOf(table: TableNode): unknown {
  return [...table.members.values()].map(({ name, node }) => {
    if (node.type === 'table') return [name, valuesOf(node)];
    return [name, node.type === 'value' ? decoded(node.value) : node.elements.map(valuesOf)];
  });
}

const valuesIn = (text: string) => valuesOf(createDocument('config.toml', text).model.root);
const problemsIn = (text: string) => createDocument('config.toml', text).syntaxProblems.map(({ code }) => code);

function formatted(yaml: string): string {
  const document = documentOf(yaml);
  return editedFile(yaml, document, formatDocument(document, options));
}

/** Formats a file; it must hold the same afterwards, and stay as it then is. */
function assertSameWhenFormatted(yaml: string): boolean {
  const before = read(yaml);
  if (!before) return false;
  const after = formatted(yaml);
  const again = read(after);
  assert.ok(again, `the YAML is broken:\n${yaml}\n--- after ---\n${after}`);
  assert.deepEqual(again.around, before.around, `${yaml}\n--- after ---\n${after}`);
  assert.deepEqual(valuesIn(again.config), valuesIn(before.config), after);
  assert.deepEqual(documentOf(after).edits(formatDocument(documentOf(after), options)), [], `twice:\n${after}`);
  return true;
}

/** Accepts some of the items at an offset of the text. */
function assertAroundStays(yaml: string, offset: number, everyItem: number): number {
  const document = documentOf(yaml);
  const before = read(yaml);
  if (!before) return 0;
  const problems = problemsIn(before.config);
  const items = completion(document, offset, context).filter((_, index) => index % everyItem === offset % everyItem);
  for (const item of items) {
    assert.ok(item.textEdit && 'range' in item.textEdit);
    const { start, end } = item.textEdit.range;
    assert.deepEqual([start.line, end.line], Array(2).fill(document.position(offset).line), item.label);
    const after = acceptInFile(yaml, item);
    const again = read(after);
    const what = `${item.label} at ${offset}\n${yaml}\n--- after ---\n${after}`;
    assert.ok(again, `the YAML is broken: ${what}`);
    assert.deepEqual(again.around, before.around, what);
    if (problems.length === 0) assert.deepEqual(problemsIn(again.config), [], what);
  }
  return items.length;
}

const BEHIND = ['\n', '', '\n  z: 1\n', '\n\n  z: 1\nlast: x\n'];
const HEADERS = ['|', '|-', '|+', '|2'];

const SNIPPETS = {
  'a table of a runner before a runner':
    '[runners.kubernetes]\n  image = "x"\n\n[session_server]\n  session_timeout = 1\n[[runners]]\n  name = "y"\n',
  'a comment above it': '# my config\n[runners.kubernetes]\nimage = "x"\n# end\n',
  'a template above it':
    '{{- if .x }}\n  [runners.kubernetes]\n    image = "x"\n{{- end }}\n[[runners]]\n  name = "y"\n',
  'tables of a runner alone': '[runners.kubernetes]\n  [runners.kubernetes.affinity]\n[runners.cache]\nType = "s3"\n',
  'a table that is being typed': '# c\n[runners.\n  image = "x"\n[[runners]]\n',
  'keys that are being typed': 'imag\n  [runners.docker]\n    image = "x"\n',
  comments: '# a\n  # b\n\n# c\n',
};

describe('formatting a block leaves the YAML around as it is', () => {
  for (const [name, text] of Object.entries(SNIPPETS))
    it(`with ${name}`, () => {
      for (const header of HEADERS)
        for (const behind of BEHIND)
          for (const change of [(yaml: string) => yaml, (yaml: string) => yaml.replaceAll('\n', '\r\n')])
            assert.ok(assertSameWhenFormatted(change(wrapped(text, header, behind))));
    });

  it('and a table at its beginning where it is', () => {
    const yaml =
      'runners:\n  config: |\n    # my config\n    [runners.kubernetes]\n    image = "x"\n    [runners.cache]\n    # end\n';
    assert.equal(
      formatted(yaml),
      'runners:\n  config: |\n    # my config\n    [runners.kubernetes]\n      image = "x"\n    [runners.cache]\n      # end\n',
    );
  });

  it('and moves it in where the header of the block tells its indentation', () => {
    const yaml = 'runners:\n  config: |2\n    [runners.kubernetes]\n    image = "x"\n';
    assert.equal(formatted(yaml), 'runners:\n  config: |2\n      [runners.kubernetes]\n        image = "x"\n');
  });

  it('and adds no line below `|-`', () => {
    const yaml = 'runners:\n  config: |-\n    [[runners]]\n      name = "y"\n  z: 1\n';
    assert.equal(formatted(yaml), yaml);
  });
});

describe('a completion in a block leaves the YAML around as it is', () => {
  for (const [name, text] of Object.entries({ ...SNIPPETS, 'a blank line': '\n[[runners]]\n  name = "y"\n' }))
    it(`with ${name}`, () => {
      for (const header of ['|', '|-', '|2']) {
        const yaml = wrapped(text, header, '\n    \n  z: 1\n');
        const { length } = documentOf(yaml).text;
        let items = 0;
        for (let offset = 0; offset <= length; offset++) items += assertAroundStays(yaml, offset, 3);
        assert.ok(items > 20 || name === 'comments', `${items}`);
      }
    });
});

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** The configurations of the corpus, and what begins at some of their headers. */
function* texts(): Iterable<[string, string]> {
  for (const folder of ['seeds', 'corpus/toml', 'corpus/fences'])
    for (const name of counted(readdirSync(join(shared, folder)).filter((each) => each.endsWith('.toml')))) {
      const text = readFileSync(join(shared, folder, name), 'utf8').replaceAll('\r\n', '\n');
      yield [name, text];
      const headers = createDocument('config.toml', text).syntax.sections.flatMap(({ header }) => header ?? []);
      for (const { start } of headers.slice(1, 4)) yield [`${name} from ${start}`, text.slice(start)];
    }
}

describe('every configuration of the corpus in a block', withShared, () => {
  it('is formatted', (t) => {
    let count = 0;
    let turn = 0;
    for (const [name, text] of texts())
      try {
        for (let half = 0; half < 2; half++, turn++) {
          const yaml = wrapped(text, HEADERS[turn % 4] as string, BEHIND[(turn >> 2) % 4] as string);
          if (assertSameWhenFormatted(yaml)) count++;
        }
      } catch (error) {
        throw new Error(`${name}: ${error}`, { cause: error });
      }
    t.diagnostic(`${count} formatted`);
    assert.ok(count >= least(200));
  });

  it('is mended', (t) => {
    let count = 0;
    for (const [name, text] of texts()) {
      const yaml = wrapped(text, '|', '\n  z: 1\n');
      const before = read(yaml);
      if (!before) continue;
      const document = documentOf(yaml);
      for (const { code, fixes } of checkDocument(document, context))
        for (const { title, changes } of fixes?.() ?? []) {
          const edits = editsOf(document, changes) ?? [];
          count++;
          const after = editedFile(yaml, document, edits);
          assert.deepEqual(read(after)?.around, before.around, `${name}: ${code}: ${said(title)}\n${after}`);
        }
    }
    t.diagnostic(`${count} fixes`);
    assert.ok(count >= least(200));
  });

  it('is completed', (t) => {
    let count = 0;
    for (const [name, text] of texts()) {
      if (/^\s/.test(text)) continue;
      const yaml = wrapped(text, '|', '\n    \n  z: 1\n');
      const { length } = documentOf(yaml).text;
      if (length > 5000) continue;
      try {
        for (const offset of [0, length, (length * 3) >> 2, length >> 1]) count += assertAroundStays(yaml, offset, 41);
      } catch (error) {
        throw new Error(`${name}: ${error}`, { cause: error });
      }
    }
    t.diagnostic(`${count} accepted`);
    assert.ok(count >= least(200));
  });
});

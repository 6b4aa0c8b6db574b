/**
 * What is read from the concrete syntax tree, held against all of the `yaml` package (`parseDocument`, with its composer and
 * its errors): every scalar of a file, by its keys, with its place and its text.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit as visitYaml } from 'yaml';
import { decodeScalar } from '../../../../server/containers/yaml/decode';
import { documentSpans } from '../../../../server/containers/yaml/documents';
import { parseYaml } from '../../../../server/containers/yaml/parse';
import type { YamlNode } from '../../../../server/containers/yaml/tree';
import { counted } from '../../../counted';
import { least, SHARED } from '../../../shared';
import { yamlRegions } from './yaml-regions';

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** `offset path text` of every scalar. */
function ours(yaml: string): string[] {
  const found: string[] = [];
  const visit = (node: YamlNode | undefined, path: string): void => {
    if (node?.kind === 'map') for (const { key, value } of node.entries) visit(value, `${path}.${key}`);
    if (node?.kind === 'sequence') for (const item of node.items) visit(item, `${path}[]`);
    if (node?.kind === 'scalar') found.push(`${node.start} ${path} ${JSON.stringify(decodeScalar(yaml, node)?.text)}`);
  };
  for (const span of documentSpans(yaml)) visit(parseYaml(yaml, span).root, '');
  return found;
}

/** The same of the `yaml` package; undefined for a file that it refuses. */
function theirs(yaml: string): string[] | undefined {
  const found: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items)
        visit(value, `${path}.${isScalar(key) ? (key.source ?? key.value) : ''}`);
    }
    if (isSeq(node)) for (const item of node.items) visit(item, `${path}[]`);
    if (isScalar(node) && node.range && node.range[0] !== node.range[1]) {
      found.push(`${node.range[0]} ${path} ${JSON.stringify(node.type === 'PLAIN' ? node.source : node.value)}`);
    }
  };
  const documents = parseAllDocuments(yaml);
  if (!Array.isArray(documents)) return [];
  for (const document of documents) {
    if (document.errors.length > 0) return undefined;
    visit(document.contents, '');
  }
  return found;
}

const SAMPLES: Readonly<Record<string, string>> = {
  'literal, folded, strip, keep':
    'a: |\n  x\n   y\n\n  z\n\n\nb: >-\n  one\n  two\n\n  three\n    more\n    more\n\n  four\n\n\nc: |+\n  k\n\n\nd: |-\n  s\n\n',
  'indentation indicators':
    'a: |2\n    x\n   y\nb: |1-\n  x\nc:\n- |2\n    foo\n  bar\n- - |\n    x\n  - |2\n      y\n- k: |\n    t\n  l: >+1\n     u\n    v\n\n',
  'at the root': '--- |\n x\n y\n--- >\n a\n b\n...\n--- |1\n  lead\n rest\n---\n|\nroot\nzero\n',
  quoted:
    'a: "x\\ty\\n  z \\\n    w\n\n  k   \n  l"\nb: \'it\'\'s\n\n\n  two  \n three\'\nc: plain\n  more\n\n  last # c\nd: "\\u263a\\U0001F600\\x41\\/"\n',
  flow: '{"a": {"b": "c\\nd", "e": [1, "two", {"f": null}], "g":"h"}, k: [a: b, c]}\n',
  'anchors and tags':
    'x: &a\n  k: v\ny: *a\nz: &b |\n  text\nw: *b\nt: !!str "q"\nu: !foo\n  - &c d\n  - *c\n"quoted key": 1\n\'single\': 2\n',
  'white space in blocks': 'k: |\n  \tx\n  y\t\n \n  z\n      \nl: >\n  a\n  \tb\n  c\n',
  'blank lines at the ends': 'k: |\n\n\n  a\n\nl: |  # comment\n  b\nm: |-\n\nn: |+\n\n\no: >+\n\nlast: |',
  'below their key': 'k:\n  |\n  text\nl:\n  "quoted"\nm:\n  &z\n  a: b\n',
  'brackets over lines': 'a:\n  b: [x,\n    y,\n  ]\n  c: {\n    d: e\n  }\n  f: g\n',
  'folded, more indented': 'k: >\n\n\n  a\n\n   more\n\n\n   more\n  b\n  c\n\n\n  d\n\n\n\nz: >-\n   x\n  \n   y\n',
  'long blank lines': 'k: |+\n  a\n   \n  \n \nl: |\n  a\n    \n  \nm: |-\n  a\n    \n \n',
};

const variants = (yaml: string) => [yaml, yaml.replaceAll('\n', '\r\n'), yaml.trimEnd()];

describe('scalars read as by the yaml package', () => {
  for (const [name, yaml] of Object.entries(SAMPLES)) {
    it(name, () => {
      for (const variant of variants(yaml)) assert.deepEqual(ours(variant), theirs(variant));
    });
  }

  it('every file of the corpus that it can read', withShared, () => {
    let scalars = 0;
    let refused = 0;
    for (const folder of ['seeds', 'corpus/yaml', 'corpus/negative']) {
      for (const name of counted(readdirSync(join(shared, folder)).filter((each) => /\.ya?ml$/.test(each)))) {
        for (const yaml of variants(readFileSync(join(shared, folder, name), 'utf8').replaceAll('\r\n', '\n'))) {
          // `key: {{ value }}` is a map to the package.
          const expected = /: \{\{/.test(yaml) ? undefined : theirs(yaml);
          if (expected) assert.deepEqual(ours(yaml), expected, name);
          scalars += expected?.length ?? 0;
          refused += expected ? 0 : 1;
        }
      }
    }
    assert.ok(
      scalars >= least(1000) && refused < 200,
      `${scalars} scalars agree; ${refused} texts are no YAML for the package`,
    );
  });

  it('every region of the corpus, TOML in YAML in YAML too', withShared, () => {
    let regions = 0;
    for (const name of readdirSync(join(shared, 'corpus/yaml'))) {
      const yaml = readFileSync(join(shared, 'corpus/yaml', name), 'utf8');
      const documents = theirs(yaml);
      for (const { text, path, map } of documents ? yamlRegions(yaml) : []) {
        const values = path?.indexOf('values') ?? -1;
        const nested = values !== -1 && path?.[values - 1] === 'helm';
        const outer = documents?.find((scalar) => nested && scalar.includes('.helm.values '));
        const candidates = nested ? theirs(JSON.parse(outer?.replace(/^\d+ \S+ /, '') ?? '""')) : documents;
        assert.ok(
          candidates?.some((scalar) => scalar.endsWith(` ${JSON.stringify(text)}`)),
          name,
        );
        assert.ok(map.toHost(0) > 0);
        regions++;
      }
    }
    assert.ok(regions >= least(50), `${regions} regions`);
  });

  it('every line of a literal block stands in the line that the package counts', withShared, () => {
    let lines = 0;
    for (const folder of ['seeds', 'corpus/yaml']) {
      for (const name of readdirSync(join(shared, folder)).filter((each) => /\.ya?ml$/.test(each))) {
        const yaml = readFileSync(join(shared, folder, name), 'utf8');
        const counter = new LineCounter();
        const literals = literalBlocks(yaml, counter);
        for (const { text, map, traits, host } of literals ? yamlRegions(yaml) : []) {
          const header = counter.linePos(host.start - 1).line;
          if (!traits.editable || !literals?.has(header)) continue;
          let offset = 0;
          for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
            const place = counter.linePos(map.toHost(offset));
            assert.equal(place.line, header + 1 + index, `${name}: ${line}`);
            assert.equal(yaml.split('\n')[place.line - 1]?.slice(place.col - 1), line, name);
            offset += line.length + 1;
            lines++;
          }
        }
      }
    }
    console.log(`${lines} lines of blocks`);
    assert.ok(lines >= least(700));
  });
});

/** The lines in which a literal block begins; undefined for a file with errors, and with CRLF, which the text has not. */
function literalBlocks(yaml: string, lineCounter: LineCounter): Set<number> | undefined {
  const headers = new Set<number>();
  const documents = parseAllDocuments(yaml, { lineCounter });
  if (yaml.includes('\r') || !Array.isArray(documents)) return undefined;
  for (const document of documents) {
    if (document.errors.length > 0) return undefined;
    visitYaml(document, {
      Scalar: (_, node) => {
        if (node.type === 'BLOCK_LITERAL' && node.range) headers.add(lineCounter.linePos(node.range[0]).line);
      },
    });
  }
  return headers;
}

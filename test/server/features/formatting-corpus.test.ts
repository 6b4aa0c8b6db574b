import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'node:test';
import { formatDocument } from '../../../server/features/formatting';
import { createDocument } from '../../../server/meaning/create-document';
import type { ConfigDocument } from '../../../server/meaning/document';
import type { TableNode } from '../../../server/toml/model';
import type { Value } from '../../../server/toml/syntax';
import { TokenKind } from '../../../server/toml/token';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { SLACK } from '../../slack';
import { applyWhiteSpaceEdits } from './white-space-edits';

const shared = `${SHARED}/corpus`;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };
const options = [
  { tabSize: 2, insertSpaces: true },
  { tabSize: 4, insertSpaces: false },
];

/** Everything that is no white space: keys, values, punctuation, and comments up to the white space at their end. */
function content({ text, syntax }: ConfigDocument): string[] {
  const found: string[] = [];
  let start = 0;
  syntax.tokenEnds.forEach((end, index) => {
    const kind = syntax.tokenKinds[index];
    const token = text.slice(start, end);
    start = end;
    if (kind === TokenKind.whitespace || kind === TokenKind.newline) return;
    found.push(`${kind} ${kind === TokenKind.comment ? token.replace(/[ \t]+$/, '') : token}`);
  });
  return found;
}

function problems(document: ConfigDocument): string[] {
  return document.syntaxProblems.map(({ code, start, end }) => `${code} ${document.text.slice(start, end)}`);
}

function decoded(value: Value): unknown {
  if (value.type === 'array') return value.items.map(decoded);
  if (value.type === 'inline-table')
    return value.pairs.map((pair) => [pair.key.segments.map((s) => s.name), decoded(pair.value)]);
  return value.type === 'invalid' ? 'invalid' : [value.type, value.value];
}

function values(table: TableNode): unknown {
  return [...table.members.values()].map(({ name, node }) => {
    if (node.type === 'table') return [name, values(node)];
    return [name, node.type === 'value' ? decoded(node.value) : node.elements.map(values)];
  });
}

function assertOnlyWhiteSpaceChanges(text: string): void {
  for (const option of options) {
    const before = createDocument('config.toml', text);
    const after = createDocument('config.toml', applyWhiteSpaceEdits(text, formatDocument(before, option)));
    assert.deepEqual(content(after), content(before));
    assert.deepEqual(values(after.model.root), values(before.model.root));
    assert.deepEqual(problems(after), problems(before));
    assert.deepEqual(formatDocument(after, option), [], 'formatting twice changes something');
  }
}

describe('formatting changes white space only', () => {
  const fixtures: Record<string, string> = {
    'a lone carriage return': 'a=1\r  \n[b]\rc=2\n',
    'a line of a merge conflict': '<<<<<<< HEAD\n a=1\n=======\na=2\n>>>>>>> x\n[[runners]]\n',
    'a string that never ends': '[[runners]]\na="""\n  x\n[b]\nc=1\n',
    'a string without its end at the end': 'a="""\n  x  \n\n',
    'a template': '{{- if x }}\n  a = {{ b }}\n{{ end }}\n[[runners]]\n   name="{{ c }}"\n',
    'a byte order mark in the wrong place': '\n\uFEFF# a\nb=1\n',
    'inline tables over several lines': 'a={\nb=1,\n\n\n# c\nd={e=[\n1]}}\n[f]\n',
    'a pair behind a header': '[[runners]] name="a"\n  url="b"\n',
    'a line whose only problem is reported above': 'a =\n "b""""\n  [c]\n  d=1\n',
    'keys in quotes': '["a.b" . \'c d\']\n"e f"=1\n',
  };
  for (const [name, text] of Object.entries(fixtures)) it(`in ${name}`, () => assertOnlyWhiteSpaceChanges(text));

  for (const folder of ['toml', 'fences']) {
    it(`in every file of corpus/${folder}, whole and cut off`, withShared, () => {
      for (const name of counted(readdirSync(join(shared, folder)))) {
        const text = readFileSync(join(shared, folder, name), 'utf8');
        for (const part of [1, 0.8, 0.6, 0.4, 0.2]) {
          try {
            assertOnlyWhiteSpaceChanges(text.slice(0, Math.floor(text.length * part)));
          } catch (error) {
            throw new Error(`${name}, first ${part * 100} %`, { cause: error });
          }
        }
      }
    });
  }
});

describe('formatting is fast', () => {
  it('takes at most 50 ms for 2,500 lines that all change', () => {
    const runner = `[[runners]]\nname="a"\n${'# comment \n'.repeat(4)}environment=[\n"A=1",\n]\n[runners.docker]\n${'image="b"  \n'.repeat(12)}\n\n`;
    const document = createDocument('config.toml', runner.repeat(100));
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      formatDocument(document, { tabSize: 2, insertSpaces: true });
      return performance.now() - start;
    });
    assert.ok(document.lines.count >= 2_400, String(document.lines.count));
    const best = Math.min(...times);
    assert.ok(best <= 50 * SLACK, `${best.toFixed(1)} ms`);
  });
});

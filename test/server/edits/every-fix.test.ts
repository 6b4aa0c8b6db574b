/** Every fix of every finding in real files, applied alone, keeps what it does not name. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { editsOf } from '../../../server/edits/changes';
import { fixAll } from '../../../server/features/code-actions';
import type { Finding, Fix } from '../../../server/meaning/finding';
import { applyEdits } from '../../../server/text/edit';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';
import { context, documentOf, findingsOf } from '../findings';
import { said } from '../said';
import { added, commentsOf } from './facts';

const folders = ['corpus/toml', 'corpus/fences', 'seeds'].map((name) => `${SHARED}/${name}`);
const skip = folders.every((folder) => existsSync(folder))
  ? false
  : `${SHARED} is not here: fixes are NOT tried on real files`;
if (skip) console.error(`*** ${skip} ***`);

const variants: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  'no break at the end': (text) => text.replace(/\s+$/, ''),
  'byte order mark and tabs': (text) =>
    // Not within the strings of several lines: YAML in them takes no tabs.
    `\uFEFF${text.replace(/^\uFEFF/, '').replace(/('''|""")[\s\S]*?\1|^ +/gm, (part) => (/^ /.test(part) ? '\t'.repeat(part.length / 2) : part))}`,
};

for (const [variant, change] of Object.entries(variants)) {
  test(`every fix alone: ${variant}`, { skip }, () => {
    const faults: string[] = [];
    let fixes = 0;
    for (const [name, text] of realFiles(change)) {
      const findings = findingsOf(text);
      for (const finding of findings) {
        for (const fix of finding.fixes?.() ?? []) {
          fixes++;
          for (const fault of faultsOf(text, findings, finding, fix))
            faults.push(`${name} ${finding.code} "${said(fix.title)}": ${fault}`);
        }
      }
    }
    assert.ok(fixes >= least(200), `${fixes} fixes`);
    assert.deepEqual(faults, []);
  });
}

test('"fix all" leaves no new error, and a second run has nothing to do', { skip }, () => {
  for (const [name, text] of counted(realFiles((same) => same))) {
    const after = applyEdits(text, fixAll(documentOf(text), context));
    assert.deepEqual(fixAll(documentOf(after), context), [], name);
    if (after !== text) assert.ok(errors(findingsOf(after)).length <= errors(findingsOf(text)).length, name);
  }
});

function* realFiles(change: (text: string) => string): Iterable<[string, string]> {
  for (const folder of folders) {
    for (const name of counted(readdirSync(folder))) {
      if (name.endsWith('.toml')) yield [name, change(readFileSync(`${folder}/${name}`, 'utf8'))];
    }
  }
}

function* faultsOf(text: string, before: readonly Finding[], finding: Finding, fix: Fix): Iterable<string> {
  const edits = [...(editsOf(documentOf(text), fix.changes) ?? [])].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start, end }] of edits.entries()) {
    if (start < (edits[index - 1]?.end ?? 0) || end < start || end > text.length)
      yield 'its edits overlap or lie outside';
  }
  const result = applyEdits(text, editsOf(documentOf(text), fix.changes) ?? []);
  const after = findingsOf(result);
  const same = (source: string, all: readonly Finding[]) =>
    all.filter(
      ({ code, start, end }) =>
        code === finding.code && source.slice(start, end) === text.slice(finding.start, finding.end),
    ).length;
  if (same(result, after) >= same(text, before)) yield 'the finding is still there';
  if (added(errors(after), errors(before)).length > 0) yield `a new error ${added(errors(after), errors(before))}`;
  if (!/[^\r]\n/.test(text) && /[^\r]\n/.test(result)) yield 'a line feed alone in a CRLF file';
  if (/\n$/.test(text) !== /\n$/.test(result)) yield 'another end of the file';
  if (text.startsWith('\uFEFF') && !result.startsWith('\uFEFF')) yield 'the byte order mark moved';
  const { id } = fix.title;
  if (!id.startsWith('fix.remove') && added(comments(text), comments(result)).length > 0) yield 'a comment is lost';
  if (id === 'fix.move' || id === 'fix.move.keys') {
    if (added(pairs(text), pairs(result)).length + added(pairs(result), pairs(text)).length > 0)
      yield 'a pair is lost or changed';
  }
}

function errors(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function comments(text: string): string[] {
  return commentsOf(documentOf(text));
}

function pairs(text: string): string[] {
  return documentOf(text).syntax.sections.flatMap((section) =>
    section.pairs.map(
      ({ key, value }) => `${key.segments.at(-1)?.name.toLowerCase()} = ${text.slice(value.start, value.end)}`,
    ),
  );
}

/**
 * All that the rules of a folder say of their examples in schemas/rules, of more texts in test/data/rules, and of twins of them: a file of
 * `test/fixtures/rules` for each rule.
 * `UPDATE_RULES=1 node scripts/test.mjs said-of-examples` writes it anew; look at it.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { containerOfName } from '../../../server/containers/kinds';
import { editsOf } from '../../../server/edits/changes';
import type { Context } from '../../../server/meaning/context';
import type { ConfigDocument } from '../../../server/meaning/document';
import type { Fix } from '../../../server/meaning/finding';
import { readFile } from '../../../server/meaning/host-file';
import { type Code, factsOf } from '../../../server/text/code';
import { applyEdits } from '../../../server/text/edit';
import type { Problem } from '../../../server/text/problem';
import type { Span } from '../../../server/text/span';
import { counted } from '../../counted';
import { asData } from '../as-data';
import { context } from '../findings';
import { type Compared, twinsOf } from './twins';

interface Example {
  readonly file?: string;
  readonly bad: string;
  readonly good: string;
}

type Rows = Readonly<Record<string, { readonly examples?: readonly Example[] }>>;

/** Said of the bytes of a file: test/server/check/encoding.test.ts. */
const NOT_OF_THE_TEXT: Code = 'not-utf8';

/** Holds what the rules of a folder say to what was last read. */
export function saidOfExamples(folder: string): void {
  const golden = `test/fixtures/rules/${folder}`;
  const { [NOT_OF_THE_TEXT]: _, ...rows }: Rows = JSON.parse(readFileSync(`schemas/rules/${folder}.json`, 'utf8'));
  const more = textsIn(`test/data/rules/${folder}.toml`);
  if (process.env.UPDATE_RULES) mkdirSync(golden, { recursive: true });
  for (const [code, { examples = [] }] of counted(Object.entries(rows))) {
    test(`${code}: what is said of its examples and of texts next to them`, () => {
      const said = [
        ...counted(examples).flatMap((example, index) => saidOf(code as Code, example, index + 1)),
        ...(more.get(code) ?? []).flatMap((text) => saidOfMore(code as Code, text)),
      ];
      const file = `${golden}/${code}.txt`;
      if (process.env.UPDATE_RULES) writeFileSync(file, `${said.join('\n')}\n`);
      assert.equal(said.join('\n'), readFileSync(file, 'utf8').trimEnd());
    });
  }
  test('of all of them, and of no other', () => {
    for (const code of more.keys()) assert.ok(code in rows, code);
    assert.deepEqual(
      readdirSync(golden).sort(),
      Object.keys(rows)
        .map((code) => `${code}.txt`)
        .sort(),
    );
  });
}

interface Text {
  readonly title: string;
  readonly text: string;
}

/** The texts of a file by the rule that they are about. Each begins with a line `#= rule: what it is`. */
function textsIn(file: string): Map<string, Text[]> {
  const all = new Map<string, Text[]>();
  const parts = existsSync(file) ? readFileSync(file, 'utf8').split(/^#= /m).slice(1) : [];
  for (const part of parts) {
    const [, code = '', title = '', text = ''] = /^([\w-]+): ([^\n]+)\n(.*)$/s.exec(part) ?? [];
    assert.notEqual(text, '', part);
    all.set(code, [...(all.get(code) ?? []), { title, text: `${text.trimEnd()}\n` }]);
  }
  return all;
}

function saidOfMore(code: Code, { title, text }: Text): string[] {
  const all = sayAll(code, text);
  const twins = besides(code, text, { to: '', shared: true });
  assert.ok(all.length + twins.length > 0, `${title}: this shows nothing`);
  return [title, ...indented(all.length > 0 ? all.flat() : ['nothing']), ...twins];
}

function saidOf(code: Code, { file, bad, good }: Example, number: number): string[] {
  return [
    `bad ${number}`,
    ...indented(counted(sayAll(code, bad, file)).flat()),
    ...besides(code, bad, { to: good, shared: true }, file),
    `good ${number}`,
    ...besides(code, good, { to: bad, shared: false }, file),
  ];
}

/** What is said otherwise of the twins of a text, below the twins of which it is said: what is no more said, and what is said instead. */
function besides(code: Code, text: string, compared: Compared, file?: string): string[] {
  const say = (each: string) => sayAll(code, each, file).map(inShort);
  const ofText = say(text);
  const twins = new Map<string, Map<string, string[]>>();
  for (const { place, now, text: twin, asBefore } of twinsOf(text, compared)) {
    const said = difference(ofText, say(twin), asBefore);
    if (said === '') continue;
    const places = twins.get(said) ?? new Map<string, string[]>();
    places.set(place, [...(places.get(place) ?? []), now]);
    twins.set(said, places);
  }
  return [...twins].flatMap(([said, places]) => [
    ...[...places].map(([place, now]) => `  with ${place}: ${now.join(' | ')}`),
    ...indented(indented(said.split('\n'))),
  ]);
}

/** A finding without the lines that its fixes change. */
function inShort(lines: readonly string[]): string {
  return lines.filter((line) => !/^ +[-+]/.test(line)).join('\n');
}

function difference(before: readonly string[], now: readonly string[], asBefore: (said: string) => string): string {
  if (now.length === 0) return before.length > 0 ? 'nothing' : '';
  const gone = [...before];
  const others: string[] = [];
  for (const finding of now) {
    const same = gone.findIndex((each) => each === finding || each === asBefore(finding));
    if (same < 0) others.push(finding);
    else gone.splice(same, 1);
  }
  return [...gone.map((finding) => `not ${finding.split('\n')[0]}`), ...others].join('\n');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** Each finding of a rule, in lines. */
function sayAll(code: Code, text: string, file = 'config.toml'): string[][] {
  const asked: Context = factsOf(code).about === 'repository' ? { ...context, isVersioned: true } : context;
  const { documents, findings } = readFile(`file:///gitlab-runner/${file}`, text, containerOfName(file)?.id);
  const isOfCode = (finding: Problem) => finding.code === code;
  return [
    ...findings.filter(isOfCode).map((finding) => sayProblem(text, finding)),
    ...documents.flatMap((document) =>
      checkDocument(document, asked)
        .filter(isOfCode)
        .map((finding) => [
          ...sayProblem(document.text, finding),
          ...(finding.fixes?.() ?? []).flatMap((fix) => sayFix(document, fix)),
        ]),
    ),
  ];
}

function sayProblem(text: string, { severity, start, end, message, tags = [], related = [] }: Problem): string[] {
  const at = (span: Span) =>
    `${text.slice(0, span.start).split('\n').length} «${text.slice(span.start, span.end).replaceAll('\n', '⏎')}»`;
  const tagged = tags.map((tag) => `(${tag})`);
  return [
    [severity, at({ start, end }), asData(message), ...tagged].join(' ').replaceAll('\n', '⏎'),
    ...related.map((other) => `  see ${at(other)} ${asData(other.message)}`),
  ];
}

function sayFix(document: ConfigDocument, fix: Fix): string[] {
  const { title, preferred, safe, changes } = fix;
  return [
    `  fix ${preferred ? '* ' : ''}${asData(title)}${safe ? ' !' : ''}`,
    ...indented(indented(linesChanged(document.text, applyEdits(document.text, editsOf(document, changes) ?? [])))),
  ];
}

/** The lines that are others, `-` before and `+` after. */
function linesChanged(before: string, after: string): string[] {
  const was = before.split('\n');
  const is = after.split('\n');
  while (was.length > 0 && is.length > 0 && was[0] === is[0]) {
    was.shift();
    is.shift();
  }
  while (was.length > 0 && is.length > 0 && was.at(-1) === is.at(-1)) {
    was.pop();
    is.pop();
  }
  return [...was.map((line) => `-${line}`), ...is.map((line) => `+${line}`)];
}

/** Every kind of change, made of random keys of real files, keeps all that it does not name; in a block of YAML as in a file. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { editsOf } from '../../../server/edits/changes';
import type { ConfigDocument } from '../../../server/meaning/document';
import { applyEdits, type TextEdit } from '../../../server/text/edit';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';
import { documentOf } from '../findings';
import { editedFile, onlyConfiguration } from '../in-yaml';
import { randomSource } from '../toml/random-source';
import { type Attempt, type Maker, makers, placesIn } from './attempts';
import { added, commentsOf, factsOf, pairsOf } from './facts';

const folder = `${SHARED}/corpus/toml`;
const skip = existsSync(folder) ? false : `${folder} is not here: changes are NOT tried on real files`;
if (skip) console.error(`*** ${skip} ***`);

/** So often each kind of change is tried in each file, at another random place. */
const TRIES = 4;

const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  'no break at the end': (text) => text.replace(/\s+$/, ''),
  'byte order mark and tabs': (text) =>
    `\uFEFF${text.replace(/^\uFEFF/, '').replace(/^ +/gm, (blank) => '\t'.repeat(blank.length / 2))}`,
};

for (const [kind, make] of counted(Object.entries(makers))) {
  test(`${kind}`, { skip }, (t) => {
    const faults: string[] = [];
    let made = 0;
    for (const [variant, change] of Object.entries(variants)) {
      for (const [name, text] of realFiles()) {
        made += attempt(documentOf(change(text)), make, (fault) => faults.push(`${name}, ${variant}: ${fault}`));
      }
    }
    for (const [name, text] of realFiles()) {
      made += attemptInYaml(text, make, (fault) => faults.push(`${name}, in YAML: ${fault}`));
    }
    t.diagnostic(`${made} changes`);
    assert.deepEqual(faults.slice(0, 5), [], `${faults.length} faults`);
    assert.ok(made >= least(50), `${made} changes`);
  });
}

function* realFiles(): Iterable<[string, string]> {
  for (const name of counted(readdirSync(folder))) yield [name, readFileSync(`${folder}/${name}`, 'utf8')];
}

/** Makes changes at random places of a document, and tells how many could be made. */
function attempt(
  document: ConfigDocument,
  make: Maker,
  report: (fault: string) => void,
  also: (edits: readonly TextEdit[]) => string | undefined = () => undefined,
): number {
  const random = randomSource(document.text.length);
  const places = placesIn(document);
  let made = 0;
  for (let index = 0; index < TRIES; index++) {
    const place = places[random(places.length)];
    const tried = place && make(place, random);
    const edits = tried && editsOf(document, tried.changes);
    if (!tried || !edits) continue;
    made++;
    const fault = faultOf(document, tried, edits) ?? also(edits);
    if (fault !== undefined) report(`${fault}\n${JSON.stringify(edits)}`);
  }
  return made;
}

function faultOf(before: ConfigDocument, { does, near }: Attempt, edits: readonly TextEdit[]): string | undefined {
  const { text } = before;
  const after = documentOf(applyEdits(text, edits));
  const lost = added(commentsOf(before), commentsOf(after));
  const mayGo = near ? commentsOf(documentOf(text.slice(near.start, near.end))) : [];
  if (added(lost, mayGo).length > 0) return `a comment is lost: ${lost}`;
  if (added(commentsOf(after), commentsOf(before)).length > 0) return 'a comment came';
  if (!/[^\r]\n/.test(text) && /[^\r]\n/.test(after.text)) return 'a line feed alone in a CRLF file';
  if (/\n$/.test(text) !== /\n$/.test(after.text)) return 'another end of the file';
  if (text.startsWith('\uFEFF') !== after.text.startsWith('\uFEFF')) return 'the byte order mark moved';
  if (!does) return pairsOf(before).sort().join('\n') === pairsOf(after).sort().join('\n') ? undefined : 'other pairs';
  if (after.syntaxProblems.length > before.syntaxProblems.length) return `a new problem:\n${after.text}`;
  const [old, now] = [factsOf(before), factsOf(after)];
  const difference = { gone: added(old, now), come: added(now, old) };
  return does(difference) ? undefined : JSON.stringify(difference);
}

/** The same in a literal block: the file around it stays as it is. */
function attemptInYaml(source: string, make: Maker, report: (fault: string) => void): number {
  const text = `${source.replaceAll('\r\n', '\n').trimEnd()}\n`;
  const [head, tail] = ['runners:\n  config: |2\n', 'other: 1 # last\n'];
  const yaml = `${head}${text.replace(/^(?=.)/gm, '    ')}${tail}`;
  const document = onlyConfiguration(yaml);
  if (document.text !== text) return 0;
  return attempt(document, make, report, (edits) => {
    const file = editedFile(yaml, document, edits);
    if (!file.startsWith(head) || !file.endsWith(tail)) return `what is around the block changed:\n${file}`;
    const after = file.slice(head.length, -tail.length).replace(/^ {4}/gm, '');
    return after === applyEdits(text, edits) ? undefined : `the block became another text:\n${after}`;
  });
}

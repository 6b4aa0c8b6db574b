/**
 * Every edit that the server gives, in texts as they are in the midst of an edit: none overlaps another, formatting changes white
 * space alone and has nothing to do the second time, and a fix touches no other part of its file, makes no error, and is not
 * offered again where it was made. `EVERY_EDIT=100000` looks at as many texts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import { Service } from '../../server/service';
import { loadCatalog } from '../../server/text/catalog';
import { message } from '../../server/text/message';
import { counted } from '../counted';
import { least } from '../shared';
import { mutant, opened, own, realFiles, type Source } from './mutants';
import { said } from './said';
import { randomSource } from './toml/random-source';

const TEXTS = Number(process.env.EVERY_EDIT ?? 300);

/** The title of the action that makes a block of a scalar: what is around the configuration is something else then. */
const AS_BLOCK = said(message('fix.literal-block'));

/** Read once: each service would read all messages. */
const catalog = loadCatalog();

const random = randomSource(20261129);

test('our own files', () => tryEdits(own, TEXTS / 2));

test('real files', () => {
  const files = counted(realFiles(), least(100));
  tryEdits(files, TEXTS / 2);
});

function tryEdits(sources: readonly Source[], count: number): void {
  let edited = 0;
  for (let index = 0; index < count; index++) {
    const source = sources[random(sources.length)];
    if (!source) continue;
    const text = opened(source, mutant(source, random));
    const service = serviceFor(text);
    edited += tryFormatting(text, service) + tryFixes(text, service);
  }
  assert.ok(edited > count / 4, `${edited} edits in ${count} texts`);
}

function serviceFor(text: TextDocument): Service {
  const service = new Service({ catalog });
  if (text.languageId !== 'yaml') service.choose(text.uri, 'ours');
  return service;
}

function tryFormatting(text: TextDocument, service: Service): number {
  const options = { tabSize: 2, insertSpaces: random(4) > 0 };
  const length = text.getText().length;
  const [start, end] = [random(length + 1), random(length + 1)].sort((a, b) => a - b) as [number, number];
  const range = { start: text.positionAt(start), end: text.positionAt(end) };
  const feed = text.getText().indexOf('\n', start) + 1;
  const whole = service.format(text, options);
  const all = [whole, service.formatRange(text, range, options)];
  if (feed > 0) all.push(service.formatOnType(text, text.positionAt(feed), '\n', options));
  for (const edits of all) {
    const after = applied(text, edits);
    assert.equal(written(after.getText()), written(text.getText()), shown(text, edits));
    assert.equal(countIn(after, serviceFor(after)), countIn(text, service), shown(text, edits));
  }
  const formatted = applied(text, whole);
  assert.equal(
    applied(formatted, serviceFor(formatted).format(formatted, options)).getText(),
    formatted.getText(),
    shown(text, whole),
  );
  return all.filter((edits) => edits.length > 0).length;
}

function tryFixes(text: TextDocument, service: Service): number {
  const found = service.diagnostics(text);
  const errors = found.filter(({ severity }) => severity === 1).length;
  const start = { line: 0, character: 0 };
  const actions = service.codeActions(text, { start, end: start }, ['source.fixAll']);
  for (let index = 0; index < 3 && found.length > 0; index++) {
    const range = found[random(found.length)]?.range;
    if (range) actions.push(...service.codeActions(text, range, undefined));
  }
  for (const action of actions) {
    const edits = editsIn(action, text);
    const after = applied(text, edits);
    const now = serviceFor(after);
    const shownAction = `${action.title}: ${shown(text, edits)}`;
    // What is left may no longer look like a configuration to who finds them.
    const isSameBlock = action.title !== AS_BLOCK && countIn(after, now) === countIn(text, service);
    if (isSameBlock) assert.equal(around(after, now), around(text, service), shownAction);
    const left = now.diagnostics(after).filter(({ severity }) => severity === 1).length;
    assert.ok(left <= errors, `${errors} errors, then ${left}: ${shownAction}`);
    if (action.isPreferred && action.diagnostics?.[0]?.severity === 1)
      assert.ok(left < errors, `${errors} errors, then ${left}: ${shownAction}`);
    if (action.kind?.startsWith('source'))
      assert.deepEqual(now.codeActions(after, { start, end: start }, ['source.fixAll']), [], shownAction);
  }
  return actions.length;
}

function countIn(text: TextDocument, service: Service): number {
  return service.regions(text).length;
}

function editsIn({ edit }: CodeAction, { uri }: TextDocument): TextEdit[] {
  return edit?.changes?.[uri] ?? [];
}

/** Throws where edits overlap. */
function applied(text: TextDocument, edits: TextEdit[]): TextDocument {
  return TextDocument.create(text.uri, text.languageId, 2, TextDocument.applyEdits(text, edits));
}

/** What is no white space. */
function written(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}

/** A file without its configurations and the white space around them. */
function around(text: TextDocument, service: Service): string {
  let result = '';
  let end = 0;
  const offsets = ({ range }: { range: Range }) => [text.offsetAt(range.start), text.offsetAt(range.end)] as const;
  for (const [start, next] of service.regions(text).map(offsets)) {
    result += `${text.getText().slice(end, start).trim()}\0`;
    end = next;
  }
  // A line of a template is the block's only where more of the block follows.
  return (result + text.getText().slice(end).trim()).replace(/^\{\{ x$\s*/gm, '');
}

function shown(text: TextDocument, edits: readonly TextEdit[]): string {
  return `${JSON.stringify(edits)}\nin ${JSON.stringify(text.getText())}`;
}

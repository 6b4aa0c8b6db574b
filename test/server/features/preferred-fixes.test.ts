/**
 * The promise of a preferred fix, over what people wrote and asked about: its finding is gone, nothing as grave comes in its place,
 * the runner refuses nothing more than before, and it is not offered again.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { Service } from '../../../server/service';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';

interface Written {
  readonly name: string;
  readonly text: string;
}

const facts = (name: string): Record<string, unknown>[] => JSON.parse(readFileSync(`${SHARED}/facts/${name}`, 'utf8'));

const sources: Readonly<Record<string, () => Written[]>> = {
  rules: () => facts('rules.json').map(({ id, bad }) => ({ name: String(id), text: String(bad) })),
  cases: () => facts('verdicts/cases.json').map(({ id, text }) => ({ name: String(id), text: String(text) })),
  reports: () => facts('reports.json').map(({ id, input }) => ({ name: String(id), text: String(input) })),
  'what the runner judged': () =>
    facts('runner-disagreements.json').map(({ name, text }) => ({ name: String(name), text: String(text) })),
  'real files': () => filesIn('corpus/toml'),
  'real files of YAML': () => filesIn('corpus/yaml'),
  templates: () => filesIn('corpus/templated'),
};

function filesIn(folder: string): Written[] {
  return readdirSync(`${SHARED}/${folder}`).map((name) => ({
    name,
    text: readFileSync(`${SHARED}/${folder}/${name}`, 'utf8'),
  }));
}

/** What people asked about is not here in any case. */
function skipped(source: string): string | false {
  const file = { reports: 'reports.json', 'what the runner judged': 'runner-disagreements.json' }[source];
  return file === undefined || existsSync(`${SHARED}/facts/${file}`)
    ? false
    : `${file} is not here without ../shared: fixes are NOT tried on what people wrote`;
}

for (const [source, read] of Object.entries(sources)) {
  test(source, { skip: skipped(source) }, (t) => {
    const texts = counted(read(), least(30));
    let tried = 0;
    for (const written of texts) tried += tryIn(written);
    t.diagnostic(`${tried} preferred fixes`);
    assert.ok(tried >= least(1), `${tried} preferred fixes`);
  });
}

function tryIn({ name, text }: Written): number {
  const isYaml = /\.ya?ml/.test(name) || /^(?:apiVersion|runners|gitlabUrl|kind):/m.test(text);
  const file = isYaml ? 'values.yaml' : 'config.toml';
  const before = opened(file, text);
  const preferred = before.actions.filter(({ isPreferred }) => isPreferred);
  for (const action of preferred) {
    const after = opened(
      file,
      TextDocument.applyEdits(before.document, action.edit?.changes?.[before.document.uri] ?? []),
    );
    const fault = faultOf(action, before, after);
    assert.equal(fault, undefined, `${name}: ${action.title}\n${after.document.getText()}`);
  }
  return preferred.length;
}

interface Opened {
  readonly document: TextDocument;
  readonly found: readonly Diagnostic[];
  readonly actions: readonly CodeAction[];
}

function opened(file: string, text: string): Opened {
  const service = new Service();
  const languageId = file.endsWith('yaml') ? 'yaml' : 'gitlab-runner-config';
  const document = TextDocument.create(`file:///project/${file}`, languageId, 1, text);
  if (languageId !== 'yaml') service.choose(document.uri, 'ours');
  const found = service.diagnostics(document);
  const all = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  return { document, found, actions: service.codeActions(document, all, undefined) };
}

function faultOf(action: CodeAction, before: Opened, after: Opened): string | undefined {
  const [mended] = action.diagnostics ?? [];
  if (!mended) return 'it mends nothing';
  const same = ({ document, found }: Opened) =>
    found.filter((each) => named(each, document) === named(mended, before.document)).length;
  if (same(after) >= same(before)) return 'its finding is still there';
  const severity = mended.severity ?? 4;
  const grave = ({ found }: Opened, most: number) => found.filter((each) => (each.severity ?? 4) <= most);
  if (grave(after, 1).length > grave(before, 1).length - (severity === 1 ? 1 : 0)) return 'not fewer errors';
  for (const { code } of grave(after, severity)) {
    const times = (all: readonly Diagnostic[]) => all.filter((each) => each.code === code).length;
    const own = code === mended.code ? 1 : 0;
    if (times(grave(after, severity)) > times(grave(before, severity)) - own) return `a new ${code}`;
  }
  const again = ({ actions, document }: Opened) =>
    actions.filter(
      ({ title, isPreferred, diagnostics: [one] = [] }) =>
        isPreferred && title === action.title && one && named(one, document) === named(mended, before.document),
    ).length;
  return again(after) < again(before) ? undefined : 'it is offered again';
}

function named({ code, range }: Diagnostic, document: TextDocument): string {
  return `${code} ${document.getText(range)}`;
}

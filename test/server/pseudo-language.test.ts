/**
 * Nothing that a user reads is written past the catalog: with a language that puts each of its sentences in brackets, every word of
 * the diagnostics and of the titles of fixes stands in brackets. What features say is tested in features/said-as-messages.test.ts,
 * the command line in lint/, manifest and client in test/client.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { readRules } from '../../scripts/compile-rules.mjs';
import { Service } from '../../server/service';
import { createCatalog } from '../../server/text/catalog';
import { allCodes } from '../../server/text/code';
import { readMessagePatterns } from '../../server/text/message-files';
import type { Patterns } from '../../server/text/pattern';
import { least } from '../shared';
import { corpus, skip } from './agreement/corpus';

const english = readMessagePatterns('en') ?? {};
const bracketed: Patterns = Object.fromEntries(
  Object.entries(english).map(([id, pattern]) => [id, ['⟦', ...pattern, '⟧']]),
);
const service = new Service({ catalog: createCatalog('en', bracketed), snippets: true });

function read(uri: string, languageId: string, text: string): { diagnostics: Diagnostic[]; actions: CodeAction[] } {
  const document = TextDocument.create(uri, languageId, 1, text);
  service.choose(uri, 'ours');
  const diagnostics = service.diagnostics(document);
  const end = document.positionAt(text.length);
  const range = { start: { line: 0, character: 0 }, end };
  const actions = [
    ...service.codeActions(document, range, undefined),
    ...service.codeActions(document, range, ['source.fixAll']),
  ];
  service.close(uri);
  return { diagnostics, actions };
}

/** A text that is one sentence of the catalog, with whatever stands in it. */
function assertSaid(text: string, where: string): void {
  assert.ok(text.startsWith('⟦') && text.endsWith('⟧'), `${where}: ${text}`);
}

function assertAllSaid(name: string, { diagnostics, actions }: ReturnType<typeof read>): void {
  for (const { code, message, relatedInformation } of diagnostics) {
    assertSaid(String(message), `${name}: ${code}`);
    for (const related of relatedInformation ?? []) assertSaid(related.message, `${name}: ${code}, related`);
  }
  for (const { title } of actions) assertSaid(title, `${name}: title`);
}

test('what is said of the examples of each code', () => {
  const seen = new Set<string>();
  const rules: Record<string, { examples?: readonly { bad: string; file?: string }[] }> = readRules();
  for (const [code, { examples = [] }] of Object.entries(rules)) {
    for (const { bad, file = 'config.toml' } of examples) {
      const found = read(`file:///${file}`, /\.ya?ml/.test(file) ? 'yaml' : 'gitlab-runner-config', bad);
      assertAllSaid(code, found);
      for (const diagnostic of found.diagnostics) seen.add(String(diagnostic.code));
    }
  }
  assert.ok(seen.size > allCodes.length / 2, `only ${seen.size} codes were seen`);
});

test('what is said of real files', { skip }, () => {
  let count = 0;
  for (const { name, text } of corpus()) {
    if (text.length > 20_000 || !/\.(?:toml|ya?ml|j2|tmpl|tftpl|tpl)$/.test(name)) continue;
    const found = read(`file:///${name}`, /\.ya?ml$/.test(name) ? 'yaml' : 'gitlab-runner-config', text);
    assertAllSaid(name, found);
    count += found.diagnostics.length;
  }
  assert.ok(count >= least(500), `only ${count} findings`);
});

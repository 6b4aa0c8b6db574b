/** The client holds its English texts in calls of `t`, and nowhere else. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DISPLAY_NAME } from '../../client/names';
import { reasonText } from '../../client/recognition-reason';
import { refusalText } from '../../client/refusal-text';
import { regionLabel } from '../../client/regions';
import type { ServerState } from '../../client/server-session';
import { statusText } from '../../client/status-text';
import { type Choice, type Mode, treat } from '../../client/treatment';
import type { TargetRunner } from '../../protocol/target';
import { callsIn, callsInClient, clientTexts } from '../../scripts/client-texts/calls';
import type { Reason } from '../../server/containers/toml-file/recognition';
import { counted } from '../counted';
import { writtenManifest } from './manifest-texts';
import { bracketed } from './translations';

describe('the texts for translators', () => {
  const bundle: Record<string, string> = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8'));

  it('are those of the code, in English: npm run texts', () => {
    assert.deepEqual(Object.keys(bundle), clientTexts());
    assert.deepEqual(Object.values(bundle), clientTexts());
  });

  it('lie where the manifest says', () => assert.equal(writtenManifest.l10n, './l10n'));

  it('are read from calls with either quote, in one line or more', () =>
    assert.deepEqual(
      callsIn('a.ts', `t('It\\'s'); t(\n  "the runner's",\n  { a }); at('no'); list.at('no'); t(detail);`),
      [`It's`, `the runner's`, undefined].map((text) => ({ file: 'a.ts', text })),
    ));

  it('are literals, so that they can be read: only the data of new configurations is passed by name', () =>
    assert.deepEqual(
      callsInClient().flatMap(({ file, text }) => (text === undefined ? [file] : [])),
      ['new-configuration.ts'],
    ));
});

describe('a text in the code', () => {
  const LITERAL = /\/\/[^\n]*|\/\*.*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gs;
  const COMMENT = /^\/[/*]/;
  const IN_CALL = /(?<![\w.])t\(\s*$/;
  const INSERTED = /\$\{[^}]*\}/g;
  /** A word and a word, or one word as the label of a button has it. */
  const ENGLISH = /\w[,.:;]? \w|^.[A-Z][a-z]+.$/;

  function untranslated(code: string): string[] {
    return [...code.matchAll(LITERAL)].flatMap(({ 0: literal, index }) => {
      if (COMMENT.test(literal) || IN_CALL.test(code.slice(0, index))) return [];
      return ENGLISH.test(literal.replace(INSERTED, '')) ? [literal] : [];
    });
  }

  it('is found where nobody translates it', () =>
    assert.deepEqual(untranslated(`say('Two words', 'vscode'); t('Two words'); /* 'two words' */ ask("No", t('No'))`), [
      `'Two words'`,
      `"No"`,
    ]));

  for (const file of counted(readdirSync('client').filter((name) => name.endsWith('.ts')))) {
    it(`is translated: ${file}`, () =>
      assert.deepEqual(
        untranslated(readFileSync(join('client', file), 'utf8')),
        file === 'names.ts' ? [`'${DISPLAY_NAME}'`] : [],
      ));
  }
});

describe('in a language that brackets every text', () => {
  const isBracketed = (text: string | undefined) => assert.match(text ?? '', /^⟦[^⟦⟧]+⟧$/);

  it('each reason is one text', () => {
    const reasons: Reason[] = [
      { id: 'path', path: 'gitlab-runner/config.toml' },
      { id: 'table', header: '[[runners]]' },
      { id: 'globals', names: ['concurrent', 'check_interval'] },
      ...(['language', 'runners-with-executor', 'may-hold', 'template-of-other', 'nothing'] as const).map((id) => ({
        id,
      })),
    ];
    for (const reason of reasons) isBracketed(reasonText(bracketed, reason));
  });

  it('each refusal is one text', () => {
    for (const refusal of ['not-values', 'not-a-block', 'in-braces'] as const) {
      isBracketed(refusalText(bracketed, 'values.yaml', refusal));
    }
  });

  it('a configuration is labelled by names of keys, or by a text', () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 5, character: 0 } };
    isBracketed(regionLabel(bracketed, { range, text: '', path: [] }).label);
    isBracketed(regionLabel(bracketed, { range, text: '', path: ['runners', 'config'] }).description);
  });

  it('the status item says a product name, or texts', () => {
    const documents = [
      { path: '/a.toml', languageId: 'toml', text: '[[runners]]' },
      { path: '/values.yaml', languageId: 'yaml', text: 'config: |\n  [[runners]]\n' },
    ];
    const targets: TargetRunner[] = [
      { version: '16.6', source: 'comment' },
      { version: '17.5', source: 'setting' },
      { version: '19.4', source: 'newest' },
    ];
    const said = new Set<string>();
    for (const document of documents)
      for (const choice of ['ours', 'not-ours', undefined] satisfies Choice[])
        for (const mode of ['automatic', 'ask'] satisfies Mode[])
          for (const server of ['running', 'stopped', 'starting'] satisfies ServerState[])
            for (const shown of [[], targets, ...targets.map((target) => [target])])
              for (const regions of [0, 1, 2]) {
                const treatment = treat({ ...document, isOwned: true }, choice, mode);
                const status = statusText(bracketed, treatment, { server, regions, targets: shown });
                if (!status) continue;
                said.add(status.text);
                said.add(status.detail);
                if (status.target !== undefined) said.add(status.target);
              }
    assert.ok(said.delete('GitLab Runner Config'));
    assert.ok(said.size > 10, `${said.size}`);
    for (const text of said) isBracketed(text);
  });
});

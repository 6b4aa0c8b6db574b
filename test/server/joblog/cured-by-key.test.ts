/** The way back: the hover of a key tells of the errors that it cures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import curedByKey from '../../../server/joblog/generated/cured-by-key.json';
import { Service } from '../../../server/service';
import { loadCatalog } from '../../../server/text/catalog';
import { counted } from '../../counted';
import { context } from '../findings';

const TEXT = '[[runners]]\nexecutor = "kubernetes"\n[runners.kubernetes]\nhost = ""\nnamespace_path = ""\n';

function hoverAt(line: number, language = 'en'): string {
  const service = new Service({ catalog: loadCatalog(language) });
  const document = TextDocument.create('file:///config.toml', 'toml', 1, TEXT);
  return JSON.stringify(service.hover(document, { line, character: 2 })?.contents ?? '');
}

test('the hover of a key says what it cures, in the language of the user', () => {
  assert.match(hoverAt(3), /Cures these errors in job logs:.*nothing tells it where the API server is/s);
  assert.match(hoverAt(3, 'zh-cn'), /可解决作业日志中的这些错误：.*API 服务器/s);
});

test('that of a key that cures nothing does not', () => {
  assert.match(hoverAt(1), /executor/);
  assert.doesNotMatch(hoverAt(4), /job logs/);
});

test('what cures is a key that there is, or an entry of a map', () => {
  const { schema } = context;
  const isKnown = (path: string) => {
    if (schema.byPath(path)) return true;
    // Names of entries may hold dots.
    const parents = path.split('.').map((_, count, names) => names.slice(0, count).join('.'));
    return parents.some((parent) => schema.byPath(parent)?.kind === 'map');
  };
  assert.deepEqual(
    counted(Object.keys(curedByKey)).filter((path) => !isKnown(path)),
    [],
  );
});

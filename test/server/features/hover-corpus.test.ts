/** Hover on each key of the seeds and of real configurations shows the text about it. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hover } from '../../../server/features/hover';
import type { Context } from '../../../server/meaning/context';
import { createContext } from '../../../server/meaning/context';
import type { ConfigDocument } from '../../../server/meaning/document';
import { readFile } from '../../../server/meaning/host-file';
import type { KeySegment } from '../../../server/toml/syntax';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';

const shared = SHARED;
const skip = existsSync(shared) ? false : `${shared} is not here: hover on real files is NOT checked`;
if (skip) console.error(`*** ${skip} ***`);

const context: Context = createContext({ snippets: true });

function documentsOf(folder: string): { name: string; document: ConfigDocument }[] {
  const names = readdirSync(`${shared}/${folder}`).filter((name) => /\.(?:toml|ya?ml)$/.test(name));
  return counted(names).flatMap((name) => {
    const text = readFileSync(`${shared}/${folder}/${name}`, 'utf8');
    const file = readFile(`file:///${name}`, text, name.endsWith('.toml') ? undefined : 'yaml');
    return file.documents.map((document) => ({ name, document }));
  });
}

/** Each part of a header or of a key, with the names that lead to it and its own. */
function* namesIn({ syntax }: ConfigDocument): Iterable<{ segment: KeySegment; path: string[] }> {
  for (const { header, pairs } of syntax.sections) {
    const table = header?.key.segments.map(({ name }) => name) ?? [];
    for (const [index, segment] of (header?.key.segments ?? []).entries()) {
      yield { segment, path: table.slice(0, index + 1) };
    }
    for (const { key } of pairs) {
      const names = key.segments.map(({ name }) => name);
      for (const [index, segment] of key.segments.entries()) {
        yield { segment, path: [...table, ...names.slice(0, index + 1)] };
      }
    }
  }
}

for (const { folder, count } of [
  { folder: 'seeds', count: 100 },
  { folder: 'corpus/toml', count: 2000 },
]) {
  test(folder, { skip }, (t) => {
    let shown = 0;
    for (const { name, document } of documentsOf(folder)) {
      for (const { segment, path } of namesIn(document)) {
        const key = context.schema.at(path);
        const inTemplate = document.templates.some(({ start, end }) => start < segment.end && segment.start < end);
        if (!key || key === context.schema.root || inTemplate) continue;
        const found = hover(document, segment.start, context);
        const where = `${name}: ${path.join('.')}`;
        const text = context.texts.key(key.path)?.text ?? assert.fail(where);
        assert.ok(found && (found.contents as { value: string }).value.includes(text), where);
        shown++;
      }
    }
    t.diagnostic(`${shown} hovers`);
    assert.ok(shown >= least(count), `only ${shown} keys were found`);
  });
}

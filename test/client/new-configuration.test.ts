import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'smol-toml';
import templates from '../../client/new-configuration.json';
import { newFile } from '../../client/new-file';
import { recognize } from '../../server/containers/toml-file/recognition';
import { loadSchema } from '../../server/schema/schema';
import { counted } from '../counted';
import { accepted, plainContext } from '../server/features/completing';
import { expandSnippet } from '../snippets/expand-snippet';

const snippets: Record<string, { body: string[] }> = JSON.parse(
  readFileSync('snippets/gitlab-runner-config.json', 'utf8'),
);

const snippetOf = (executor: string) => snippets[`Runner: ${executor}`]?.body ?? assert.fail(executor);
const fileFor = (executor: string) => expandSnippet(newFile(4, snippetOf(executor)));

/** Paths of the tables and keys of a value, written as the facts write them: `runners[].docker.image`. */
function paths(table: object, prefix = ''): string[] {
  return Object.entries(table).flatMap(([name, value]) => {
    const isTables = Array.isArray(value) && typeof value[0] === 'object';
    const path = `${prefix}${name}${isTables ? '[]' : ''}`;
    const tables = isTables ? (value as object[]) : typeof value === 'object' && !Array.isArray(value) ? [value] : [];
    return [path, ...tables.flatMap((inner) => paths(inner, `${path}.`))];
  });
}

describe('a new configuration', () => {
  for (const { executor } of counted(templates)) {
    it(`for ${executor} is valid and recognised`, () => {
      const { text } = fileFor(executor);
      const { concurrent, runners } = parse(text) as { concurrent: number; runners: { executor: string }[] };
      assert.equal(concurrent, 4);
      assert.deepEqual(
        runners.map((runner) => runner.executor),
        [executor],
      );
      assert.equal(recognize({ path: 'Untitled-1', languageId: 'toml', text }).verdict, 'content');
      assert.doesNotMatch(text, /\$\{|\t/);
    });

    it(`for ${executor} is filled in from the top to the bottom`, () => {
      const { tabstops } = fileFor(executor);
      assert.deepEqual(tabstops, [...tabstops.slice(0, -1).map((_, index) => index + 1), 0]);
    });

    it(`for ${executor} has the runner of the snippet, and so has completion`, () => {
      const { text } = expandSnippet(snippetOf(executor));
      assert.equal(fileFor(executor).text.split('\n\n')[1], `${text}\n`);
      assert.equal(accepted('|', `runners (${executor})`, plainContext), text);
    });
  }

  it('writes the Windows path that it shows', () => {
    assert.match(fileFor('docker-windows').text, /volumes = \['C:\\cache'\]/);
  });

  it('uses keys of the runner only, for every executor that is not deprecated', () => {
    const schema = loadSchema();
    const known = new Set(schema.keys.map(({ path }) => path));
    for (const { executor } of counted(templates)) {
      for (const path of counted(paths(parse(fileFor(executor).text)))) {
        if (!path.includes('.plugin_config.')) assert.ok(known.has(path), path);
      }
    }
    const executors = schema.enumeration('executor')?.values ?? [];
    assert.deepEqual(
      templates.map(({ executor }) => executor).sort(),
      executors.filter((name) => name !== 'docker+machine').sort(),
    );
  });
});

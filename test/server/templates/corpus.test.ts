/** Real templates: once masked, what is left of the syntax problems are mistakes of the files. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createDocument } from '../../../server/meaning/create-document';
import { branchesOf } from '../../../server/templates/branches';
import { counted } from '../../counted';
import { hasRealFiles, SHARED } from '../../shared';
import { maskText, type Told } from './templates';

/** Problems that are the file's own: the line of the text, the code, and why it is right. */
const mistakesOfRealFiles: readonly string[] = [
  // `volumes` is an array of strings before; `[runners.kubernetes.volumes]` defines it anew.
  '029-ankit630-unixcloudfusion-devops-solutions.yaml:14 redefined-table',
  '029-ankit630-unixcloudfusion-devops-solutions.yaml:15 redefined-table',
];

const counts = { texts: 0, templates: 0, before: 0, silenced: 0 };

/** The syntax problems of a masked template, without those between two branches. */
function problems(name: string, text: string, options: Told): string[] {
  const { masked, templates } = maskText(text, options);
  assert.equal(masked.length, text.length, name);
  assert.equal(masked.replace(/[^\r\n]/g, ' '), text.replace(/[^\r\n]/g, ' '), name);
  const branches = branchesOf(templates);
  const document = createDocument('file:///config.toml', masked);
  const left = document.syntaxProblems.filter(
    ({ code, start, related }) =>
      !related ||
      !/^(?:duplicate-key|redefined-table|array-redefined)$/.test(code) ||
      !branches.differ(start, related.start),
  );
  counts.texts++;
  counts.templates += templates.length;
  counts.before += createDocument('file:///config.toml', text).syntaxProblems.length;
  counts.silenced += document.syntaxProblems.length - left.length;
  return left.map(({ code, start }) => `${name}:${document.position(start).line + 1} ${code}`);
}

function files(folder: string): [name: string, text: string][] {
  return counted(readdirSync(folder)).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]);
}

/** A block scalar, found by indentation alone: what holds Helm actions is often no YAML. */
interface Block {
  readonly key: string;
  readonly text: string;
  /** The line of the file that the first line of the block is, from 0. */
  readonly line: number;
}

/** The blocks that are a runner configuration, also those in another block (`helm.values: |` of an Argo CD resource). */
function configurationBlocks(yaml: string): Block[] {
  return blocks(yaml).flatMap((block) => {
    const inner = configurationBlocks(block.text).map((found) => ({ ...found, line: found.line + block.line }));
    if (inner.length > 0) return inner;
    // A start script that writes a configuration is none.
    if (/^#!|^[ \t]*fi$/m.test(block.text)) return [];
    return /^[ \t]*\[\[?(?:runners|session_server)\b|^[ \t]*concurrent[ \t]*=/m.test(block.text) ? [block] : [];
  });
}

function blocks(yaml: string): Block[] {
  const lines = yaml.split('\n');
  const found: Block[] = [];
  for (let index = 0; index < lines.length; index++) {
    const start = /^([ ]*)(?:- )*["']?([\w./-]+)["']?:[ ]*[|>][-+\d]*[ ]*(?:#.*)?\r?$/.exec(lines[index] as string);
    if (!start) continue;
    const outer = (start[1] as string).length;
    let end = index + 1;
    let indent = Number.POSITIVE_INFINITY;
    for (; end < lines.length; end++) {
      const line = lines[end] as string;
      if (line.trim() === '') continue;
      const depth = line.length - line.trimStart().length;
      if (depth <= outer) break;
      indent = Math.min(indent, depth);
    }
    const text = lines
      .slice(index + 1, end)
      .map((line) => line.slice(indent === Number.POSITIVE_INFINITY ? 0 : indent));
    found.push({ key: start[2] as string, text: text.join('\n'), line: index + 1 });
    index = end - 1;
  }
  return found;
}

describe('the corpus', () => {
  it('of templates and of charts has no problem but its own', (context) => {
    const found: string[] = [];
    for (const [name, text] of files(`${SHARED}/corpus/templated`)) {
      const texts = name.includes('.yaml') ? configurationBlocks(text).map((block) => block.text) : [text];
      assert.ok(texts.length > 0, name);
      for (const each of texts) found.push(...problems(name, each, { path: name }));
    }
    for (const folder of ['corpus/yaml', 'seeds'])
      for (const [name, text] of files(`${SHARED}/${folder}`)) {
        if (!/\.ya?ml$/.test(name)) continue;
        for (const block of configurationBlocks(text))
          if (block.text.includes('{{')) found.push(...problems(name, block.text, { style: 'go' }));
      }
    context.diagnostic(
      `${counts.texts} texts, ${counts.templates} templates; ${counts.before} problems unmasked, ${counts.silenced} between branches, ${found.length} left`,
    );
    assert.deepEqual(found, hasRealFiles ? mistakesOfRealFiles : []);
  });

  it('of ordinary files is not touched', () => {
    for (const folder of ['corpus/toml', 'corpus/negative', 'seeds'])
      for (const [name, text] of counted(files(`${SHARED}/${folder}`))) {
        if (!name.endsWith('.toml')) continue;
        const { masked, templates } = maskText(text, { path: name });
        assert.equal(masked, text, name);
        assert.deepEqual(templates, [], name);
      }
  });
});

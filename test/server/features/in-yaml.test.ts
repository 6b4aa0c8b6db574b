/** Every feature in a block of a Helm values file: what an editor shows and does, in the file's positions. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAllDocuments, parse as parseYaml } from 'yaml';
import { checkDocument } from '../../../server/check/check';
import { editsOf } from '../../../server/edits/changes';
import { codeActions } from '../../../server/features/code-actions';
import { completion } from '../../../server/features/completion';
import { diagnostics, toDiagnostic } from '../../../server/features/diagnostics';
import { documentLinks } from '../../../server/features/document-links';
import { documentSymbols } from '../../../server/features/document-symbols';
import { foldingRanges } from '../../../server/features/folding-ranges';
import { formatDocument, formatOnType } from '../../../server/features/formatting';
import { hover } from '../../../server/features/hover';
import { readConfiguration } from '../../../server/meaning/configuration';
import type { ConfigDocument } from '../../../server/meaning/document';
import { readFile } from '../../../server/meaning/host-file';
import type { TextEdit } from '../../../server/text/edit';
import { applyEdits } from '../../../server/text/edit';
import { Lines } from '../../../server/text/lines';
import { SHARED } from '../../shared';
import { context as plain } from '../findings';
import {
  acceptInFile,
  applyToFile,
  atCursor,
  covered,
  editedFile,
  inConfiguration,
  onlyConfiguration,
} from '../in-yaml';
import { said, titleOf } from '../said';

const context = { ...plain, snippets: true };
const options = { tabSize: 2, insertSpaces: true };

/** The values with these lines at the end of the block. */
const values = (lines = '') => `gitlabUrl: https://gitlab.example.com/
gitlab-runner:
  runners:
    config: |
      [[runners]]
        executor = "kubernetes"
        # the jobs
        [runners.kubernetes]
          image = "alpine"
${lines}    secret: x
`;

/** The whole file after the item of this label was accepted; what the block then holds must be sound. */
function accepted(marked: string, label: string): string {
  const { text, document, offset } = inConfiguration(marked);
  const items = completion(document, offset, context);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is not among ${items.map((candidate) => candidate.label).join(', ')}`);
  const after = acceptInFile(text, item);
  const { config } = parseYaml(after)['gitlab-runner'].runners;
  const [again] = readFile('file:///values.yaml', after, 'yaml').documents;
  assert.equal(again?.text, config);
  assert.deepEqual(again?.syntaxProblems, []);
  return after;
}

describe('completion', () => {
  it('writes a block with the indentation of its place', () => {
    assert.equal(
      accepted(values('          host|\n'), 'host_aliases'),
      values('          [[runners.kubernetes.host_aliases]]\n            ip = ""\n            hostnames = [""]\n'),
    );
  });
  it('writes it before a line that follows, too', () => {
    assert.equal(
      accepted(values('          host|\n        [runners.cache]\n          Type = "s3"\n'), 'host_aliases'),
      values(
        '          [[runners.kubernetes.host_aliases]]\n            ip = ""\n            hostnames = [""]\n        [runners.cache]\n          Type = "s3"\n',
      ),
    );
  });
  it('writes a key', () => {
    assert.equal(accepted(values('          helper_im|\n'), 'helper_image'), values('          helper_image = ""\n'));
    assert.equal(accepted(values('          |\n'), 'helper_image'), values('          helper_image = ""\n'));
  });
  it('writes a value, in quotes that are there or not', () => {
    const docker = values().replace('"kubernetes"', '"docker"');
    assert.equal(accepted(values().replace('"kubernetes"', '|'), 'docker'), docker);
    assert.equal(accepted(values().replace('"kubernetes"', '"do|"'), 'docker'), docker);
  });
  it('with CRLF', () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(
      accepted(windows(values('          host|\n')), 'host_aliases'),
      windows(
        values('          [[runners.kubernetes.host_aliases]]\n            ip = ""\n            hostnames = [""]\n'),
      ),
    );
  });
  it('as the first line of a block without indentation of its own', () => {
    const text = accepted(
      'gitlab-runner:\n  runners:\n    config: |\n      |\n      [[runners]]\n        name = "y"\n',
      'experimental.usage_logger',
    );
    assert.match(text, /^ {4}config: \|\n {6}\[experimental\.usage_logger\]\n {8}\n {6}\[\[runners\]\]\n/m);
  });
  it('in a block that has only begun', () => {
    const { text, document, offset } = inConfiguration(
      'gitlab-runner:\n  runners:\n    config: |\n      [[runners]]\n        exec|\n',
    );
    const item = completion(document, offset, context).find(({ label }) => label === 'executor');
    assert.ok(item);
    assert.match(acceptInFile(text, item), /^ {4}config: \|\n {6}\[\[runners\]\]\n {8}executor = /m);
  });
});

describe('hover', () => {
  it('says of the text of a template that it is not checked, also where it breaks the YAML around', () => {
    const lines = [
      '          privi|leged = {{ .Values.a }}',
      '          privileged = {{ .Val|ues.a }}',
      '{{- if| .Values.b }}',
    ];
    const [key, ...templates] = lines.map((line) => {
      const { text, document, offset } = inConfiguration(
        `name: {{ .Values.x }}\n${values(`${line}\n          host = "h"\n`)}`,
      );
      const found = hover(document, offset, context);
      return `${found?.range && covered(text, found.range)}: ${(found?.contents as { value: string } | undefined)?.value}`;
    });
    const says = 'This template text is filled in before the runner reads the file, and is not checked.';
    assert.match(key ?? '', /^privileged: \*\*`privileged`\*\*/);
    assert.deepEqual(templates, [`{{ .Values.a }}: ${says}`, `{{- if .Values.b }}: ${says}`]);
  });
  it('has the range of the file', () => {
    const { text, document, offset } = inConfiguration(values().replace('image', 'im|age'));
    const found = hover(document, offset, context);
    assert.ok(found?.range);
    assert.deepEqual(found.range.start, { line: 8, character: 10 });
    assert.equal(covered(text, found.range), 'image');
  });
});

describe('a misspelled helper_image', () => {
  const text = values('          helper_imag = "gitlab/gitlab-runner-helper:v18"\n');
  const document = onlyConfiguration(text);
  it('is marked where it stands', () => {
    const [found, ...more] = diagnostics(
      [
        {
          found: checkDocument(document, context).map((finding) => ({ finding, range: document.range })),
          overrides: {},
        },
      ],
      said,
      (each, overrides) => toDiagnostic(document.uri, each, said, overrides),
    );
    assert.equal(found?.code, 'unknown-key');
    assert.deepEqual(found.range, { start: { line: 9, character: 10 }, end: { line: 9, character: 21 } });
    assert.deepEqual(more, []);
  });
  it('is mended, and nothing else', () => {
    const start = document.text.indexOf('helper_imag');
    const [action] = codeActions(readConfiguration(document), { start, end: start }, context, {
      only: undefined,
      overrides: {},
    });
    assert.equal(action?.title, 'Rename to `helper_image`');
    assert.equal(
      applyToFile(text, action.edit?.changes?.[document.uri] ?? []),
      text.replace('helper_imag ', 'helper_image '),
    );
  });
});

describe('fixes', () => {
  it('move a key to its table', () => {
    const text = values('        [runners.cache]\n          Shared = true\n          limit = 3 # jobs\n');
    const document = onlyConfiguration(text);
    const [fix] = checkDocument(document, context)[0]?.fixes?.() ?? [];
    assert.equal(titleOf(fix), 'Move to `[[runners]]`');
    assert.ok(fix);
    assert.equal(
      editedFile(text, document, (fix && editsOf(document, fix.changes)) ?? []),
      values('        [runners.cache]\n          Shared = true\n').replace(
        '        # the jobs\n',
        '        limit = 3 # jobs\n        # the jobs\n',
      ),
    );
  });
  it('"fix all" mends several lines', () => {
    const text = values('          privileged = "true"\n          Namespace = "ci"\n');
    const document = onlyConfiguration(text);
    const [action] = codeActions(readConfiguration(document), { start: 0, end: 0 }, context, {
      only: ['source.fixAll'],
      overrides: {},
    });
    assert.equal(
      applyToFile(text, action?.edit?.changes?.[document.uri] ?? []),
      values('          privileged = true\n          namespace = "ci"\n'),
    );
  });
  it('add a line at the end of the block', () => {
    const text = values(
      '          [[runners.kubernetes.volumes.nfs]]\n            name = "n"\n            mount_path = "/m"\n            server = "s"\n',
    );
    const document = onlyConfiguration(text);
    const [fix] = checkDocument(document, context)[0]?.fixes?.() ?? [];
    assert.equal(titleOf(fix), 'Add `path` with an example: `"/exports/datasets"`');
    assert.ok(fix);
    assert.equal(
      editedFile(text, document, (fix && editsOf(document, fix.changes)) ?? []),
      text.replace('server = "s"\n', 'server = "s"\n            path = "/exports/datasets"\n'),
    );
  });
});

describe('what an editor shows of the block', () => {
  const text = values(
    '          # see https://docs.gitlab.com/runner/\n          node_selector = {\n            a = "b",\n          }\n',
  );
  const document = onlyConfiguration(text);
  it('symbols', () => {
    const [runner, ...more] = documentSymbols(document, context);
    assert.deepEqual(more, []);
    assert.equal(runner?.name, 'runner 1 (kubernetes)');
    assert.deepEqual(runner.range.start, { line: 4, character: 6 });
    assert.deepEqual(
      runner.children?.map(({ name, selectionRange }) => [name, covered(text, selectionRange)]),
      [
        ['executor', 'executor'],
        ['kubernetes', 'runners.kubernetes'],
      ],
    );
  });
  it('folding', () => {
    assert.deepEqual(
      foldingRanges(document).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [4, 12],
        [7, 12],
        [10, 11],
      ],
    );
  });
  it('links', () => {
    assert.deepEqual(
      documentLinks(document).map(({ range }) => covered(text, range)),
      ['https://docs.gitlab.com/runner/'],
    );
  });
});

describe('formatting', () => {
  const untidy = `runners:
    tags:   "a"
    config: |
      [[runners]]
      executor="kubernetes"
          [runners.kubernetes]
      image   = "alpine"   # the  jobs  



      [runners.cache]
      Type="s3"
    locked:   true
`;
  const tidy = `runners:
    tags:   "a"
    config: |
      [[runners]]
        executor = "kubernetes"
        [runners.kubernetes]
          image = "alpine"   # the  jobs

        [runners.cache]
          Type = "s3"
    locked:   true
`;
  const formatted = (text: string) => {
    const document = onlyConfiguration(text);
    return editedFile(text, document, formatDocument(document, options));
  };
  it('changes the block only', () => assert.equal(formatted(untidy), tidy));
  it('changes nothing the second time', () => assert.equal(formatted(tidy), tidy));
  it('keeps CRLF', () => assert.equal(formatted(untidy.replaceAll('\n', '\r\n')), tidy.replaceAll('\n', '\r\n')));
  it('ends the last line with a break unless the header takes it away', () => {
    for (const header of ['|', '|-', '|+']) {
      for (const behind of ['\n  z: 1\n', '\n\n  z: 1\n', '\n', '']) {
        const text = `runners:\n  config: ${header}\n    [[runners]]\n      name = "y"${behind}`;
        const once = formatted(text);
        assert.deepEqual(parseYaml(once), parseYaml(header === '|+' ? once : text), JSON.stringify(text));
        assert.equal(header === '|+' ? formatted(once) : text, once, JSON.stringify(text));
      }
    }
  });
  it('keeps templates', () => {
    const text = values(
      '{{- if .x }}\n          pull_policy={{ .policy }}\n          {{- end }}\n'.replace('{{-', '          {{-'),
    );
    assert.equal(formatted(text), text.replace('pull_policy=', 'pull_policy = '));
  });
  it('keeps the line that tells the indentation where it is, below lines of templates too', () => {
    for (const above of ['', '{{ x }}\n', '{{ x\n', '{% if x\n\n', ' {{ x }\n{{ y }}\n', '{{ x\n  }}\n']) {
      const block = (indent: string) => `runners:\n  config: |\n${above}    [runners.docker]\n${indent}image="a"\n`;
      const tidy = block('      ').replace('=', ' = ');
      assert.equal(formatted(block('    ')), tidy);
      assert.equal(formatted(tidy), tidy);
    }
  });
});

describe('formatting while typing', () => {
  /** The file after Enter was pressed; `|` is where the caret is then. */
  const afterEnter = (marked: string) => {
    const { text, document, offset } = inConfiguration(marked);
    return editedFile(text, document, formatOnType(document, offset, '\n', options));
  };
  it('indents the line behind the last one of the block, whatever is below', () => {
    for (const header of ['|', '|-', '|+'])
      for (const behind of ['\n  z: 1\n', '\n\n  z: 1\n', '\n', '']) {
        const before = `runners:\n  config: ${header}\n    [[runners]]\n`;
        assert.equal(afterEnter(`${before}    |${behind}`), `${before}      ${behind}`, `${header} ${behind}`);
      }
  });
  it('also where the block is in YAML that is in YAML', () => {
    const yaml =
      'helm:\n  values: |\n    runners:\n      config: |\n        [[runners]]\n        |\n    a: b\n  c: d\n';
    assert.equal(afterEnter(yaml), yaml.replace('        |\n', '          \n'));
  });
  it('keeps the first line where it is', () => {
    const yaml = 'runners:\n  config: |\n    # c\n    |\n    [runners.docker]\n';
    assert.equal(afterEnter(yaml), yaml.replace('    |\n', '    \n'));
  });
});

describe('on a blank line as deep as the block, below its last line', () => {
  for (const header of ['|', '|-', '|+'])
    it(`of ${header}, completion writes there`, () => {
      const yaml = values('      |\n').replace('config: |', `config: ${header}`);
      assert.equal(accepted(yaml, 'privileged'), yaml.replace('      |\n', '      privileged = false\n'));
    });
});

describe('outside of the block', () => {
  for (const marked of [
    values().replace('gitlabUrl', 'gitlab|Url'),
    values().replace('runners:\n', 'runn|ers:\n'),
    values().replace('config', 'con|fig'),
    values().replace('secret', 'sec|ret'),
    values().replace('secret: x\n', 'secret: x\n|'),
  ])
    it(`there is nothing to say: ${marked
      .split('\n')
      .find((line) => line.replace(/: \|$/, '').includes('|'))
      ?.trim()}`, () => assert.equal(atCursor(marked).document, undefined));
});

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

/** The lines of a file that do not belong to a configuration. */
function around(yaml: string, { start, end }: { start: number; end: number }): [string, string] {
  const lines = new Lines(yaml);
  const first = lines.lineStart(lines.lineOf(start));
  const next = yaml.indexOf('\n', Math.max(start, end - 1));
  return [yaml.slice(0, first), next < 0 ? '' : yaml.slice(next + 1)];
}

/** Trailing blank lines and white space on blank lines are the block's business, not the text's. */
const trimmed = (text: string | undefined) => text?.replace(/^[ \t]+$/gm, '').trimEnd();

/** Applies edits to the file and to the configuration's text, which must come to the same. */
function assertSame(name: string, yaml: string, index: number, document: ConfigDocument, edits: readonly TextEdit[]) {
  const host = document.region?.host;
  assert.ok(host);
  const after = editedFile(yaml, document, edits);
  const [before, behind] = around(yaml, host);
  assert.ok(after.startsWith(before), `${name}: the lines before stay`);
  assert.ok(after.endsWith(behind), `${name}: the lines behind stay`);
  const { documents } = readFile(document.uri, after, 'yaml');
  assert.equal(
    documents.length,
    readFile(document.uri, yaml, 'yaml').documents.length,
    `${name}: the number of configurations`,
  );
  assert.equal(trimmed(documents[index]?.text), trimmed(applyEdits(document.text, edits)), name);
  const problems = (text: string) => parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ code }) => code));
  assert.deepEqual(problems(after), problems(yaml), `${name}: YAML`);
}

describe('in every file of the corpus', withShared, () => {
  const files = ['corpus/yaml', 'seeds'].flatMap((folder) =>
    readdirSync(join(shared, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => [name, readFileSync(join(shared, folder, name), 'utf8')] as const),
  );

  for (const [kind, change] of [
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replace(/\r?\n/g, '\r\n')],
  ] as const)
    it(`fixes and formatting come to the same in the file and in the text, with ${kind}`, (t) => {
      const count = { configurations: 0, fixes: 0, formatted: 0 };
      for (const [name, original] of files) {
        const yaml = change(original);
        readFile(`file:///${name}`, yaml, 'yaml').documents.forEach((document, index) => {
          count.configurations++;
          for (const { code, fixes } of checkDocument(document, context))
            for (const { title, changes } of fixes?.() ?? []) {
              const edits = editsOf(document, changes) ?? [];
              count.fixes++;
              assertSame(`${name}: ${code}: ${said(title)}`, yaml, index, document, edits);
            }
          const edits = formatDocument(document, options);
          if (edits.length > 0) count.formatted++;
          assertSame(`${name}: formatting`, yaml, index, document, edits);
        });
      }
      t.diagnostic(`${count.configurations} configurations, ${count.fixes} fixes, ${count.formatted} formatted`);
      assert.ok(count.fixes > 0 && count.formatted > 0);
    });
});

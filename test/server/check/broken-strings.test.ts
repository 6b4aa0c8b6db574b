/** A string that is not closed is one mistake: what it would be with the rest of its line in it nobody has written. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenStrings } from '../../../server/check/broken-strings';
import { checkDocument } from '../../../server/check/check';
import { checkConfiguration, movedFinding } from '../../../server/check/check-configuration';
import { readConfiguration } from '../../../server/meaning/configuration';
import { briefReportOf, context, documentOf } from '../findings';

const HEAD = `concurrent = 2
[[runners]]
  name = "a"
  url = "https://gitlab.example.com/"
  token = "glrt-abcdefghijklmnopqrst"
  executor = "docker"
`;
const SECOND = HEAD.replace('concurrent = 2\n', '').replace('"a"', '"b"').replace('qrst', 'rstu');

/** What is wrong with a line, or with its value, in each of the tables of a runner. */
const lines: readonly (readonly [line: string, ...found: string[]])[] = [
  ['shell = "pwrs', 'unterminated-string'],
  ["shell = 'pwrs", 'unterminated-string'],
  ['shell = "pwrs”', 'smart-quotes'],
  ['shell = "pw\\rs\\h"', 'bad-escape'],
  ['unhealthy_interval = "10 minutes # or more', 'unterminated-string'],
  ['environment = ["DOCKER_AUTH_CONFIG={"auths":{}}"]', 'unterminated-string'],
  ['environment = ["FF_NO_SUCH_FLAG=1, "A=b"]', 'unterminated-string'],
  ['environment = ["A=1", "FF_NO_SUCH_FLAG=1]', 'unterminated-string'],
  ['labels = { aaa = "?? }', 'unterminated-string'],
  ['[runners.docker]\n image = "alpine:latest # x', 'unterminated-string'],
  ['[runners.docker]\n memory = "10x', 'unterminated-string'],
  ['[runners.docker]\n pull_policy = ["alwys]', 'unterminated-string'],
  ['[runners.docker]\n volumes = ["/a:/a "/cache"]', 'unterminated-string'],
  ['[runners.kubernetes]\n cpu_limit = "1 cpu', 'unterminated-string'],
  ['[runners.cache]\n Type = "s4', 'unterminated-string'],
  ['[runners.docker]\n image = """a b\n', 'unterminated-string'],
];

function codesOf(text: string): string[] {
  return briefReportOf(text).map((line) => line.split(' ')[2] ?? '');
}

describe('a broken string has one problem', () => {
  // What the rest of the runner is told.
  const around = new Set(['docker-image-missing', 'section-for-other-executor']);
  for (const [line, ...found] of lines)
    it(JSON.stringify(line), () => {
      const needed = line.includes('[runners.docker]') ? '' : '[runners.docker]\nimage = "a"\n';
      const [before, after] = line.startsWith('[') ? [needed, ''] : ['', needed];
      const text = `${HEAD}${before}${line}\n${after}`;
      const codes = codesOf(text).filter((code) => !around.has(code));
      assert.deepEqual(codes, found);
    });

  it('a value that is wrong when its string is closed', () => {
    assert.ok(codesOf(`${HEAD}shell = "pwrs"\n`).includes('invalid-value'));
  });
});

describe('in blocks as in the whole', () => {
  const broken = [
    '  shell = "pwrs\n',
    '  [runners.docker]\n    memory = "10x\n',
    '  environment = ["DOCKER_AUTH_CONFIG={"auths":{}}"]\n',
  ];
  const texts = broken.flatMap((text) => [HEAD + text + SECOND, HEAD + SECOND + text, HEAD + text + SECOND + text]);
  // A rule about the file compares the names of runners.
  texts.push((HEAD + SECOND).replace('"b"', '"a').replace('"a"', '"a'), (HEAD + SECOND).replace('"b"', '"a'));
  for (const [index, text] of texts.entries())
    it(`text ${index}`, () => {
      const document = documentOf(text);
      const configuration = readConfiguration(document);
      assert.ok(configuration.blocks.length > 1);
      const placed = checkConfiguration(configuration, context).map(({ finding, placed: at }) =>
        at ? movedFinding(finding, at.start) : finding,
      );
      const [inBlocks, whole] = [placed, checkDocument(document, context)].map((findings) =>
        findings.map(({ code, start, end }) => `${code} ${start} ${end}`),
      );
      assert.deepEqual(inBlocks, whole);
    });
});

describe('the broken strings of a text', () => {
  const shown = (document: Parameters<typeof brokenStrings>[0], text: string) =>
    brokenStrings(document).map(({ start, end }) => text.slice(start, end));
  it('are none where none is', () => assert.deepEqual(brokenStrings(documentOf(`${HEAD}limit = x\n`)), []));
  it('are whole, in the order of the text, in whatever order their problems are', () => {
    const text = 'name = "a\nlimit = x\nshell = "b\\q"\n';
    const document = documentOf(text);
    assert.deepEqual(shown(document, text), ['"a', '"b\\q"']);
    const { syntax, syntaxProblems } = document;
    const turned = { syntax, syntaxProblems: [...syntaxProblems].reverse() };
    assert.deepEqual(shown(turned, text), ['"a', '"b\\q"']);
  });
});

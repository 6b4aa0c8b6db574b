/** Of a text of which there is too much to say no more is looked at than is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { checkConfiguration, checkingAhead } from '../../../server/check/check-configuration';
import { checkFile, findingsOfFile } from '../../../server/check/file-findings';
import { MAXIMUM_FINDINGS } from '../../../server/check/reporter';
import { readConfiguration } from '../../../server/meaning/configuration';
import { fileVisit, partFacts } from '../../../server/meaning/file-facts';
import { context, documentOf } from '../findings';

const HALF = MAXIMUM_FINDINGS / 2;
const full = '[[runners]]\n  executor = "shell"\n  url = "https://gitlab.com"\n  token = "x"\n';
const unknown = Array.from({ length: HALF }, (_, index) => `  [runners.x${index}]\n`).join('');
const text = (full + unknown).repeat(2);

test('a runner more is not looked at where the others fill the list', () => {
  const codes = checkDocument(documentOf(`concurrent = 2\n${text}${full}  limt = 1\n`), context).map(
    ({ code }) => code,
  );
  assert.equal(codes.filter((code) => code === 'unknown-table').length, MAXIMUM_FINDINGS);
  assert.ok(!codes.includes('unknown-key'));
});

test('nor is a block', () => {
  const configuration = readConfiguration(documentOf(`${text}${full}  limt = 1\n`));
  assert.ok(configuration.blocks.length === 3);
  assert.equal(checkConfiguration(configuration, context).length, MAXIMUM_FINDINGS);
});

test('nor is one checked ahead', () => {
  let asked = 0;
  const attend = checkingAhead(() => {
    asked++;
    return context;
  });
  const { blocks } = readConfiguration(documentOf(`${text}${full}`));
  for (const { block } of blocks) attend(block, []);
  assert.equal(blocks.length, 3);
  assert.equal(asked, 2);
});

test('of a file as a whole no more is said', () => {
  const runner = '[[runners]]\n  limit = 9\n  request_concurrency = 10\n';
  const document = documentOf(`concurrent = 4\n${runner.repeat(HALF + 2)}`);
  assert.equal(checkFile(fileVisit(document, context)).length, MAXIMUM_FINDINGS);
  const configuration = readConfiguration(document);
  const parts = configuration.blocks.map(({ block }) => partFacts(block.document, context, block.kind === 'globals'));
  assert.equal(findingsOfFile(configuration, parts, context).length, MAXIMUM_FINDINGS);
});

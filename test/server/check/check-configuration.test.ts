/** A configuration that is read in blocks gets what the whole one gets: also from rules about the file, whose runners are in several. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { checkConfiguration, movedFinding } from '../../../server/check/check-configuration';
import { readConfiguration } from '../../../server/meaning/configuration';
import { readFile } from '../../../server/meaning/host-file';
import { context } from '../findings';

const RUNNER = '    [[runners]]\n      limit = 1\n';
const VALUES = `runners:\n  config: |\n    concurrent = 4\n${RUNNER}`;
const OPERATED = `kind: ConfigMap
metadata:
  name: a
  ownerReferences:
    - apiVersion: apps.gitlab.com/v1beta2
      kind: Runner
      name: a
data:
  config.toml: |
    concurrent = 10
${RUNNER}`;

/** The findings of the one configuration of a file: code and place; in blocks and as a whole. */
function both(yaml: string) {
  const [document, ...others] = readFile('file:///project/a.yaml', yaml, 'yaml').documents;
  assert.ok(document && others.length === 0);
  const configuration = readConfiguration(document);
  assert.ok(configuration.blocks.length > 1);
  const inBlocks = checkConfiguration(configuration, context).map(({ finding, placed }) =>
    placed ? movedFinding(finding, placed.start) : finding,
  );
  return [inBlocks, checkDocument(document, context)].map((findings) =>
    findings.map(({ code, start, end }) => `${code} ${start} «${document.text.slice(start, end)}»`),
  );
}

describe('in blocks as in the whole', () => {
  it('several runners in a registration template', () => {
    const [inBlocks, whole] = both(VALUES + RUNNER + RUNNER);
    assert.deepEqual(inBlocks, whole);
    assert.deepEqual(inBlocks, ['ineffective-global 0 «concurrent»', 'several-runners 39 «[[runners]]»']);
  });
  it('runners that the operator overwrites: one word for all', () => {
    const [inBlocks, whole] = both(OPERATED + RUNNER);
    assert.deepEqual(inBlocks, whole);
    assert.deepEqual(inBlocks, ['overwritten-runners 18 «runners»']);
  });
  it('a comment that switches it off', () => {
    const ignored = RUNNER.replace('\n', ' # gitlab-runner: ignore=several-runners\n');
    const [inBlocks, whole] = both(VALUES + ignored);
    assert.deepEqual(inBlocks, whole);
    assert.deepEqual(inBlocks, ['ineffective-global 0 «concurrent»']);
  });
});

/** The text of a table, where nothing else makes it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extentAlone } from '../../../server/check/extent-alone';
import { tableVisit } from '../edits/visits';
import { documentOf } from '../findings';

const DOCKER = '[runners.docker]\n  image = "a"\n';
const BELOW = '[runners.docker.sysctls]\n  a = "1"\n';
const CACHE = '[runners.cache]\n  Type = "s3"\n';

for (const [name, text, expected] of [
  ['its header and keys', DOCKER, DOCKER],
  ['with the table below it', DOCKER + BELOW, DOCKER + BELOW],
  ['up to another one', DOCKER + BELOW + CACHE, DOCKER + BELOW],
  ['behind another one', CACHE + DOCKER, DOCKER],
  ['none with a table below another one', DOCKER + CACHE + BELOW, undefined],
  ['none with a table above it', BELOW + DOCKER, undefined],
  ['none of two headers', DOCKER + DOCKER, undefined],
  ['none by dots', 'docker.image = "a"\n', undefined],
  ['none beside dots', `${DOCKER}  sysctls.a = "1"\n`, undefined],
  ['none in braces', 'docker = { image = "a" }\n', undefined],
] as const)
  test(`the text of a table: ${name}`, () => {
    const document = documentOf(`[[runners]]\n${text}`);
    const extent = extentAlone(document, tableVisit(document, 'runners', 0, 'docker').table);
    assert.equal(extent && document.text.slice(extent.start, extent.end), expected);
  });

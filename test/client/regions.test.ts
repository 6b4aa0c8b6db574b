import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { regionAt, regionLabel, requestRegions } from '../../client/regions';
import type { FoundRegion } from '../../protocol/regions';
import { english } from './translations';

function region(start: [number, number], end: [number, number], ...path: string[]): FoundRegion {
  const [line, character] = start;
  return { range: { start: { line, character }, end: { line: end[0], character: end[1] } }, text: '', path };
}

const first = region([2, 4], [5, 9], 'runners', 'config');
const second = region([9, 4], [12, 0], 'data', 'config.toml');

describe('the region at the cursor', () => {
  const at = (line: number, character: number) => regionAt([first, second], { line, character });

  it('is the one that holds it', () => {
    assert.equal(at(3, 0), first);
    assert.equal(at(5, 9), first);
    assert.equal(at(10, 40), second);
  });

  it('has the indentation of its first line in it', () => assert.equal(at(2, 0), first));

  it('is none between regions', () => {
    assert.equal(at(1, 10), undefined);
    assert.equal(at(5, 10), undefined);
    assert.equal(at(7, 0), undefined);
    assert.equal(at(12, 1), undefined);
  });
});

describe('regions from the server', () => {
  it('are named by their keys and their line', () => {
    assert.deepEqual(regionLabel(english, first), { label: 'runners › config', description: 'line 3' });
    assert.equal(regionLabel(english, region([0, 0], [1, 0])).label, 'Configuration');
  });

  it('are asked for by document', async () => {
    const asked: unknown[] = [];
    const server = {
      request: async <Result>(method: string, params: unknown) => {
        asked.push(method, params);
        return { regions: [first] } as Result;
      },
    };
    assert.deepEqual(await requestRegions(server, 'file:///a.yaml'), [first]);
    assert.deepEqual(asked, ['gitlabRunnerConfig/regions', { textDocument: { uri: 'file:///a.yaml' } }]);
  });

  it('are none when the server does not know the document, or cannot answer', async () => {
    assert.deepEqual(await requestRegions({ request: async () => null }, 'file:///a.yaml'), []);
    const broken = {
      request: async () => {
        throw new Error('stopped');
      },
    };
    assert.deepEqual(await requestRegions(broken, 'file:///a.yaml'), []);
  });
});

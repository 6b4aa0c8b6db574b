import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { limitFormatting } from '../../client/limit-formatting';

it('formatting is registered for our languages only, whatever else the client listens to', () => {
  const registered: [string, unknown][] = [];
  const features = new Map<string, { initialize: (capabilities: unknown, selector: unknown) => void }>();
  const client = {
    getFeature(method: string) {
      const feature = features.get(method) ?? {
        initialize: (_all, selector) => void registered.push([method, selector]),
      };
      features.set(method, feature);
      return feature;
    },
  };
  const ours = [{ language: 'gitlab-runner-config' }];
  limitFormatting(client as unknown as BaseLanguageClient, ours);
  for (const feature of features.values()) feature.initialize({}, [{ language: 'yaml' }]);
  assert.deepEqual(registered, [
    ['textDocument/formatting', ours],
    ['textDocument/rangeFormatting', ours],
    ['textDocument/onTypeFormatting', ours],
  ]);
});

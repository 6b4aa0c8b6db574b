/** Everything that a checkout of the runner's source says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCheckout } from '../go/checkout';
import explained from './explained.json';
import { runnerDefaults } from './runner-defaults';
import { runnerFlags } from './runner-flags';
import { runnerKeys } from './runner-keys';
import type { Facts } from './types';

/** Feature flags that are none to a user. */
const notForUsers = new Set(explained.featureFlags.map(({ name }) => name));

/** Reads the checkout in `root`. */
export function runnerFacts(root: string): Facts {
  const checkout = openCheckout(root);
  const { keys, doubts } = runnerKeys(checkout);
  const { defaults, doubts: lost } = runnerDefaults(checkout);
  return {
    version: versionIn(readFileSync(join(root, 'VERSION'), 'utf8')),
    keys: new Map([...keys].map(([path, key]) => [path, { ...key, default: defaults.get(path) }])),
    flags: new Map([...runnerFlags(checkout)].filter(([name]) => !notForUsers.has(name))),
    // A constant matters as long as its key is there.
    doubts: [...doubts, ...lost.filter((doubt) => keys.has(doubt.slice(0, doubt.indexOf(':'))))],
  };
}

/** `19.5.0` to `19.5`. */
function versionIn(text: string): string {
  const version = /^v?(\d+\.\d+)/.exec(text.trim())?.[1];
  if (!version) throw new Error(`VERSION of the checkout holds no version but ${JSON.stringify(text.trim())}`);
  return version;
}

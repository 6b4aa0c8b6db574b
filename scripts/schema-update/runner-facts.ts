/** Everything that a checkout of the runner's source says. */
import { existsSync, readFileSync } from 'node:fs';
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
    released: releasedIn(join(root, 'CHANGELOG.md')),
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

/** The newest minor version of a changelog, whose headings are `## v19.3.0 (2026-08-20)`. A patch of an older one may stand above it. */
function releasedIn(changelog: string): string | undefined {
  if (!existsSync(changelog)) return undefined;
  const headings = readFileSync(changelog, 'utf8').matchAll(/^## v(\d+)\.(\d+)\.\d+ \(/gm);
  const versions = [...headings].map(([, major, minor]) => [Number(major), Number(minor)] as const);
  const [newest] = versions.sort(([majorA, minorA], [majorB, minorB]) => majorB - majorA || minorB - minorA);
  return newest?.join('.');
}

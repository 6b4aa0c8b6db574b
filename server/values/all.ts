/** All grammars of values, by the names that the schema calls them. */
import type { GrammarName } from '../schema/types';
import { cronMachine } from './cron-machine';
import { dockerMemory } from './docker-memory';
import { dockerVolume } from './docker-volume';
import { goDuration } from './go-duration';
import { goRegexp, goRegexpOfJob } from './go-regexp';
import type { Grammar } from './grammar';
import {
  k8sBytes,
  k8sBytesMaximum,
  k8sCpu,
  k8sCpuMaximum,
  k8sMemoryLimit,
  k8sSizeLimit,
  k8sSuspendSize,
} from './k8s-quantity';
import { rational } from './rational';
import { timezone } from './timezone';
import { ulimit } from './ulimit';

const grammars = {
  'cron-machine': cronMachine,
  'docker-memory': dockerMemory,
  'docker-volume': dockerVolume,
  'go-duration': goDuration,
  'go-regexp': goRegexp,
  'go-regexp-of-job': goRegexpOfJob,
  'k8s-bytes': k8sBytes,
  'k8s-bytes-maximum': k8sBytesMaximum,
  'k8s-cpu': k8sCpu,
  'k8s-cpu-maximum': k8sCpuMaximum,
  'k8s-memory-limit': k8sMemoryLimit,
  'k8s-size-limit': k8sSizeLimit,
  'k8s-suspend-size': k8sSuspendSize,
  rational,
  timezone,
  ulimit,
} satisfies Readonly<Record<GrammarName, { name: GrammarName }>>;

/** The grammar of a name; undefined for no name, so that a key's can be asked for as it is. */
export function grammarNamed(name: GrammarName): Grammar;
export function grammarNamed(name: GrammarName | undefined): Grammar | undefined;
export function grammarNamed(name: GrammarName | undefined): Grammar | undefined {
  return name && (grammars[name] as Grammar);
}

/** The names of all grammars. */
export const grammarNames = Object.keys(grammars) as readonly GrammarName[];

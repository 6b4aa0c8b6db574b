/**
 * Quantities of Kubernetes (`128Mi`, `500m`), as resource.ParseQuantity reads them. Checked against verdicts/values.json, grammar
 * `k8s-quantity`. What a bad one does depends on the key: limits and requests of all containers are read before each job, needed or
 * not (executors/kubernetes/overwrites.go, createResourceList in util.go); a largest amount only when a job sets its variable; the
 * limit of an empty_dir is dropped with a warning (parseVolumeSizeLimit).
 */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { unitsAt } from './continuations';
import { type Grammar, type GrammarProblem, type Reading, shown, understood } from './grammar';
import { type Amount, meantQuantity, parseQuantity } from './k8s-quantity-text';

/** What a text that is no quantity does: each job fails, one that suspends or that asks for more does, or it is as if nothing was set. */
type Outcome = 'fails' | 'suspend' | 'overwrite' | 'dropped';

interface Kind {
  readonly counts: 'cores' | 'bytes';
  readonly outcome: Outcome;
  /** No container starts with few bytes of it. */
  readonly isMemory?: boolean;
}

/** Hardly any node has so many, and none has more. */
const MANY_CORES = 1000;
const MORE_CORES = 100_000;
/** Less than any process of a container needs. */
const FEW_BYTES = 1024 ** 2;

export const k8sCpu = quantity('k8s-cpu', { counts: 'cores', outcome: 'fails' });
export const k8sCpuMaximum = quantity('k8s-cpu-maximum', { counts: 'cores', outcome: 'overwrite' });
/** Requests, and the sizes of what is stored. */
export const k8sBytes = quantity('k8s-bytes', { counts: 'bytes', outcome: 'fails' });
export const k8sMemoryLimit = quantity('k8s-memory-limit', { counts: 'bytes', outcome: 'fails', isMemory: true });
export const k8sBytesMaximum = quantity('k8s-bytes-maximum', { counts: 'bytes', outcome: 'overwrite' });
export const k8sSuspendSize = quantity('k8s-suspend-size', { counts: 'bytes', outcome: 'suspend' });
export const k8sSizeLimit = quantity('k8s-size-limit', { counts: 'bytes', outcome: 'dropped' });

/** Powers of 1024 first, which is what people mean. */
const unitsOffered = { cores: ['m'], bytes: ['Mi', 'Gi', 'Ki', 'Ti', 'M', 'G', 'k', 'T'] };

function quantity(name: GrammarName, kind: Kind): Grammar<number> {
  return {
    name,
    read: (text) => read(text, kind),
    complete: (text, offset) => unitsAt(text, offset, unitsOffered[kind.counts]),
  };
}

function read(text: string, kind: Kind): Reading<number> {
  // Nothing is set.
  if (text === '' || (kind.outcome === 'dropped' && /^ *$/.test(text))) return { problems: [] };
  const amount = parseQuantity(text);
  if (!amount) return { problems: [noQuantity(text, kind)] };
  const problem = doubtOf(text, amount, kind);
  return problem ? { value: amount.value, problems: [problem] } : understood(amount.value);
}

function noQuantity(text: string, { counts, outcome }: Kind): GrammarProblem {
  const said = message('invalid-value.quantity', { value: shown(text), counts, outcome });
  const repaired = meantQuantity(text, counts);
  return {
    ...suffixOf(text),
    message: said,
    refused: false,
    fails: outcome === 'fails' || outcome === 'suspend',
    repaired,
  };
}

/** What follows the number of a text; all of it where nothing does. */
function suffixOf(text: string): Span {
  const number = /^[+-]?\d+(?:\.\d*)?/.exec(text)?.[0].length ?? 0;
  return number < text.length ? { start: number, end: text.length } : { start: 0, end: text.length };
}

/** A quantity that Kubernetes reads, and that nobody means. */
function doubtOf(text: string, amount: Amount, kind: Kind): GrammarProblem | undefined {
  const { value, digits } = amount;
  const whole = { start: 0, end: text.length, refused: false };
  const { counts, outcome } = kind;
  if (digits === '') return { ...whole, message: message('invalid-value.quantity.no-number', { value: text }) };
  if (value < 0 && outcome !== 'overwrite') {
    return { ...whole, fails: true, message: message('invalid-value.quantity.negative', { value: shown(text) }) };
  }
  // A largest amount may be anything.
  if (outcome === 'overwrite') return undefined;
  return counts === 'cores' ? manyCores(text, amount) : fewBytes(text, amount, kind);
}

/** Nodes with so many cores there are none, or hardly any: thousandths were meant, or bytes. */
function manyCores(text: string, { value, suffix }: Amount): GrammarProblem | undefined {
  if (value < MANY_CORES) return undefined;
  const unit = suffix === '' ? 'none' : suffix === 'M' ? 'million' : 'bytes';
  return {
    ...(suffix === '' ? { start: 0, end: text.length } : suffixOf(text)),
    message: message('invalid-value.quantity.cores', { value: shown(text), count: value, unit }),
    refused: false,
    fails: value >= MORE_CORES,
    repaired: unit === 'bytes' ? undefined : `${text.slice(0, text.length - suffix.length)}m`,
  };
}

/** Fewer bytes than anything needs: `m` is a thousandth, and without a unit a number counts single bytes. */
function fewBytes(text: string, { value, suffix }: Amount, { isMemory = false }: Kind): GrammarProblem | undefined {
  if (value === 0 || value >= FEW_BYTES) return undefined;
  const rest = { refused: false, fails: isMemory };
  if (suffix === 'm' || suffix === 'u' || suffix === 'n') {
    const said = { value: shown(text), unit: suffix, outcome: isMemory ? 'fails' : 'other' } as const;
    const repaired = suffix === 'm' ? text.replace('m', 'Mi') : undefined;
    return { ...suffixOf(text), ...rest, message: message('invalid-value.quantity.thousandth', said), repaired };
  }
  if (suffix !== '' || !isMemory) return undefined;
  const said = message('invalid-value.quantity.bytes', { value: shown(text) });
  return { start: 0, end: text.length, ...rest, message: said, repaired: `${text}Mi` };
}

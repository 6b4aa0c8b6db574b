/**
 * Entries of `node_tolerations`: `"key=value" = "effect"`, or `"key" = "effect"` where a taint of the key must exist, whatever its
 * value; an empty effect is any (getPodTolerations in executors/kubernetes/kubernetes.go; before 16.9 GetNodeTolerations in
 * common/config.go, which dropped what follows a second `=`). The API server takes the
 * three effects to the letter, and the key and the value of a label. An empty key tolerates all.
 */
import { isLabelKey, isLabelValue } from './k8s-name';

export const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const;

/** An entry of the map. */
export interface TolerationEntry {
  readonly name: string;
  readonly effect: string;
}

export type TolerationFault = 'effect' | 'effectInName' | 'pairInEffect' | 'key' | 'value' | 'secondEquals';

/** What is wrong with an entry, and the entries that it may have been meant as, the likeliest first. */
export interface TolerationReading {
  readonly fault: TolerationFault;
  readonly meant: readonly TolerationEntry[];
}

/** Reads an entry; undefined where Kubernetes takes it, or a variable is in it. */
export function tolerationProblem({ name, effect }: TolerationEntry): TolerationReading | undefined {
  if (name.includes('$') || effect.includes('$') || name.length + effect.length > LONGEST) return undefined;
  const [key = '', value = '', ...more] = name.split('=');
  const isEffect = effect === '' || isOneOf(effect);
  const inName = isEffect ? effectAtEnd(name) : undefined;
  // `"key=value:NoSchedule" = ""`, as kubectl writes a taint.
  if (inName) return { fault: 'effectInName', meant: sound([{ name: inName.before, effect: inName.effect }]) };
  if (!isEffect) return badEffect(name, effect);
  if (key !== '' && !isLabelKey(key)) return { fault: 'key', meant: [] };
  if (!isLabelValue(value)) return { fault: 'value', meant: [] };
  return more.length > 0 ? { fault: 'secondEquals', meant: [] } : undefined;
}

/** Longer ones are nothing that we could tell. */
const LONGEST = 1000;

function isOneOf(text: string): boolean {
  return EFFECTS.some((effect) => effect === text);
}

function effectNear(text: string): string | undefined {
  const wanted = text.toLowerCase().replace(/[^a-z]/g, '');
  return EFFECTS.find((effect) => effect.toLowerCase() === wanted);
}

function effectAtEnd(text: string): { readonly before: string; readonly effect: string } | undefined {
  const colon = text.lastIndexOf(':');
  const effect = colon < 0 ? undefined : effectNear(text.slice(colon + 1));
  return effect === undefined ? undefined : { before: text.slice(0, colon).replace(/:$/, ''), effect };
}

function badEffect(name: string, effect: string): TolerationReading {
  const near = effectNear(effect);
  if (near) return { fault: 'effect', meant: [{ name, effect: near }] };
  if (name.includes('=')) return { fault: 'effect', meant: [] };
  const pair = effectAtEnd(effect);
  // `dedicated = "gitlab:NoSchedule"`, `dedicated = ":NoSchedule"`
  if (pair) {
    const whole = pair.before === '' ? name : `${name}=${pair.before}`;
    return { fault: 'pairInEffect', meant: sound([{ name: whole, effect: pair.effect }]) };
  }
  if (/^(?:Exists|Equal)$/i.test(effect)) return { fault: 'effect', meant: [{ name, effect: '' }] };
  // `dedicated = "gitlab"`: which effect was meant, nobody knows.
  const whole = `${name}=${effect}`;
  return {
    fault: 'effect',
    meant: sound(['NoSchedule', 'NoExecute', ''].map((one) => ({ name: whole, effect: one }))),
  };
}

function sound(entries: readonly TolerationEntry[]): readonly TolerationEntry[] {
  return entries.filter((entry) => tolerationProblem(entry) === undefined);
}

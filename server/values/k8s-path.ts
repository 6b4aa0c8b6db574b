/**
 * Paths of volumes in a pod. The API server wants a `sub_path` and the paths of `items` relative and without `..`, no `..` in a path of
 * the node, and an absolute one of an NFS server; a `mount_path` may be anything, and most runtimes begin a relative one at the root.
 */
import type { GrammarName } from '../schema/types';
import { message } from '../text/message';
import { type Grammar, type GrammarProblem, shown, understood } from './grammar';

type Fault = 'relative' | 'mode' | 'absolute' | 'parent' | 'server';

/** What is wrong with a path, where, and the path that was meant. */
type Found = Pick<GrammarProblem, 'start' | 'end' | 'fails' | 'repaired' | 'guessed'> & { readonly fault: Fault };

/** Where a volume is mounted. What was the mode of a Docker volume is a part of the path here. */
export const k8sMountPath = path('k8s-mount-path', (text) => {
  const whole = { start: 0, end: text.length };
  // That the path is missing is told of the key.
  if (text === '') return undefined;
  const mode = /:(?:ro|rw|z|Z|rslave|rshared)$/.exec(text);
  if (mode) return { start: mode.index, end: text.length, fault: 'mode', repaired: text.slice(0, mode.index) };
  if (/^(?:\/|\\|[A-Za-z]:)/.test(text)) return undefined;
  const rooted = `/${text.replace(/^\.\//, '')}`;
  return { ...whole, fault: 'relative', repaired: /^[~.\s]/.test(text) && !text.startsWith('./') ? undefined : rooted };
});

/** A part of a volume, and where an item of a secret or a config map is put. */
export const k8sSubPath = path('k8s-sub-path', (text) => {
  if (text.startsWith('/')) {
    const relative = withoutParents(text.replace(/^\/+/, ''));
    return { start: 0, end: text.length, fault: 'absolute', fails: true, repaired: relative || undefined };
  }
  return parentFound(text);
});

/** A path of the node. */
export const k8sHostPath = path('k8s-host-path', parentFound);

/** What a server of NFS exports. */
export const k8sNfsPath = path('k8s-nfs-path', (text) => {
  if (text === '' || text.startsWith('/')) return undefined;
  return {
    start: 0,
    end: text.length,
    fault: 'server',
    fails: true,
    repaired: /^\w/.test(text) ? `/${text}` : undefined,
  };
});

function path(name: GrammarName, faultOf: (text: string) => Found | undefined): Grammar<string> {
  return {
    name,
    read(text) {
      const found = text.includes('$') ? undefined : faultOf(text);
      if (!found) return understood(text);
      const { fault, ...rest } = found;
      const said = message('invalid-value.k8s-path', { value: shown(text), fault });
      return { problems: [{ ...rest, message: said, refused: false }] };
    },
  };
}

function parentFound(text: string): Found | undefined {
  const parent = parentIn(text);
  if (!parent) return undefined;
  const start = parent.index + (parent[1] ?? '').length;
  return {
    start,
    end: start + 2,
    fault: 'parent',
    fails: true,
    repaired: withoutParents(text) || undefined,
    guessed: true,
  };
}

/** The same path without `..`: `a/../b` is `b`. Undefined where it leads out of where it begins. */
function withoutParents(text: string): string | undefined {
  if (!parentIn(text)) return text;
  const names: string[] = [];
  for (const name of text.split('/')) {
    if (name !== '..') names.push(name);
    else if (!names.at(-1) || names.at(-1) === '.') return undefined;
    else names.pop();
  }
  return names.join('/');
}

function parentIn(text: string): RegExpExecArray | null {
  return /(^|\/)\.\.(?=\/|$)/.exec(text);
}

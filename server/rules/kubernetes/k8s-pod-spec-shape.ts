/**
 * A patch of the pod of another shape than its type takes: a JSON patch is a list of operations, the others are a mapping of fields of the
 * pod's spec (doPodSpecMerge in executors/kubernetes/kubernetes.go). And what surrounds the spec in a manifest: `spec`, `metadata`,
 * `kind` and `apiVersion` are no fields of it, and vanish when the patched text is read, as any name does that it has no field of.
 */
import fields from '../../../schemas/pod-spec-fields.json';
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { nearestValues } from '../../meaning/nearest-values';
import { spanInString } from '../../meaning/string-span';
import { type Located, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { type Message, message } from '../../text/message';
import type { Span } from '../../toml/syntax';
import { type PodPatch, readPodPatch } from '../../values/pod-patch';
import type { Report, Rule } from '../rule';
import { gravityOfPatch, patchOf } from './pod-patch';

type PatchType = 'json' | 'merge' | 'strategic';

const OPERATIONS: ReadonlySet<string> = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test']);
/** Names of a manifest that the spec of a pod does not have. */
const AROUND: ReadonlySet<string> = new Set(['spec', 'metadata', 'kind', 'apiVersion']);

export const k8sPodSpecShape: Rule<'table'> = {
  code: 'k8s-pod-spec-shape',
  scope: 'table',
  on: ['runners[].kubernetes.pod_spec[]'],
  check(visit, report) {
    const patch = patchOf(visit);
    const type = typeOf(visit);
    if (!patch || !type) return;
    const read = readPodPatch(patch.value);
    // A tab may have hidden what a line is.
    if (read.tabs.length > 0 || read.shape === 'nothing' || read.shape === 'unknown') return;
    if (read.shape !== (type === 'json' ? 'list' : 'map')) return wrongShape(visit, patch, type, read, report);
    const say = (part: Span, said: Message, severity: 'warning' | 'hint' | undefined, meant?: string) => {
      const span = within(visit, patch, part);
      report({
        ...span,
        severity: severity ?? gravityOfPatch(visit),
        message: said,
        link: docs(visit),
        fixes: () => (meant === undefined ? [] : [rename(span, meant)]),
      });
    };
    if (read.open) {
      const { start, end } = read.open;
      const bracket = patch.value.slice(start, end);
      return say(read.open, message('k8s-pod-spec-shape.open', { bracket }), undefined);
    }
    if (type === 'json') {
      for (const { text, ...place } of read.operations)
        if (!OPERATIONS.has(text)) say(place, message('k8s-pod-spec-shape.operation', { operation: text }), undefined);
      return;
    }
    for (const { name, ...place } of read.names) {
      if (AROUND.has(name)) say(place, message('k8s-pod-spec-shape.around', { name }), 'warning');
      else if (name.length > 1 && !FIELDS.has(name.toLowerCase())) {
        const meant = nearestField(name);
        const said = meant
          ? message('k8s-pod-spec-shape.meant', { name, meant })
          : message('k8s-pod-spec-shape.unknown', { name });
        say(place, said, meant ? 'warning' : 'hint', meant);
      }
    }
  },
};

/** The fields of the spec as the runner reads them: in any case. A single letter stands for a field in an example. */
const FIELDS: ReadonlySet<string> = new Set(fields.map((name) => name.toLowerCase()));

function nearestField(name: string): string | undefined {
  return name.length <= LONGEST_NAME ? nearestValues(name, fields)[0] : undefined;
}

/** Longer names are no fields. */
const LONGEST_NAME = 60;

function rename(span: Span, meant: string): Fix {
  return {
    title: message('fix.rename', { name: meant }),
    changes: replacements([{ ...span, newText: meant }]),
    preferred: true,
  };
}

/** The type that counts; undefined where it is none. */
function typeOf({ table }: TableVisit): PatchType | undefined {
  const type = tableView(table).string('patch_type')?.value ?? '';
  if (type === '') return 'strategic';
  return type === 'json' || type === 'merge' || type === 'strategic' ? type : undefined;
}

function wrongShape(
  visit: TableVisit,
  patch: Located<string>,
  type: PatchType,
  { shape }: PodPatch,
  report: Report,
): void {
  report({
    ...patch.span,
    severity: gravityOfPatch(visit),
    message: message('k8s-pod-spec-shape', {
      type,
      shape: shape === 'list' ? 'list' : shape === 'map' ? 'map' : 'text',
    }),
    link: docs(visit),
    fixes: () => typeFixes(visit, patch.value, type, shape),
  });
}

/** The types that take such a text. */
function typeFixes(visit: TableVisit, text: string, type: PatchType, shape: PodPatch['shape']): Fix[] {
  const key = visit.context.schema.byPath('runners[].kubernetes.pod_spec[].patch_type');
  if (!key) return [];
  const isOperations = /["']?\bop["']?\s*:/.test(text);
  const wanted: readonly PatchType[] =
    type === 'json'
      ? shape === 'map' && !isOperations
        ? ['strategic', 'merge']
        : []
      : shape === 'list' && isOperations
        ? ['json']
        : [];
  return wanted.map((to, index) => ({
    title: message('fix.pod-spec.type', { type: to }),
    changes: [{ op: 'set' as const, from: visit, key, value: { json: to } }],
    preferred: index === 0,
  }));
}

function within({ source }: TableVisit, { member, span }: Located<string>, part: Span): Span {
  const value = member.node.type === 'value' ? member.node.value : undefined;
  return value?.type === 'string' ? spanInString(source.text, value, part) : span;
}

function docs({ context }: TableVisit): string | undefined {
  return context.schema.byPath('runners[].kubernetes.pod_spec[].patch')?.docs;
}

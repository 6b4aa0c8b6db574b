/**
 * The fields of a pod's specification (k8s.io/api/core/v1): schemas/pod-spec.json names them with commas between, and says of each
 * its type where it is no text (`[]` a list, `{}` a map, `*` a pointer), whether it is sent when it is empty (`!`), and how a patch
 * of it is merged (`~`, a list by a key).
 */
import types from '../../../../schemas/pod-spec.json';

export interface Field {
  readonly name: string;
  readonly shape: 'list' | 'map' | 'one';
  /** A scalar's, or the name of a type of fields. */
  readonly of: string;
  readonly isPointer: boolean;
  readonly isAlwaysSent: boolean;
  readonly merges: boolean;
  /** What entries of a list are told apart by. */
  readonly mergeKey: string;
}

export type TypeName = string;

const rows: Readonly<Record<TypeName, readonly string[]>> = types;
const read = new Map<TypeName, ReadonlyMap<string, Field>>();

/** The fields of a type; undefined for what is no type of fields. */
export function fieldsOf(type: TypeName): ReadonlyMap<string, Field> | undefined {
  const row = Object.hasOwn(rows, type) ? rows[type] : undefined;
  if (!row) return undefined;
  let fields = read.get(type);
  if (!fields) {
    fields = new Map(
      (row.join().match(/[^,]+/g) ?? []).map((text) => {
        const field = fieldOf(text);
        return [field.name, field];
      }),
    );
    read.set(type, fields);
  }
  return fields;
}

function fieldOf(text: string): Field {
  const [, name = '', pointer, shape, of = 'string', always, merges, mergeKey = ''] =
    /^(\w+)(?::(\*)?(\[\]|\{\})?([\w-]+)?(!)?(~(\w+)?)?)?/.exec(text) ?? [];
  return {
    name,
    shape: shape === '[]' ? 'list' : shape === '{}' ? 'map' : 'one',
    of,
    isPointer: pointer !== undefined,
    isAlwaysSent: always !== undefined,
    merges: merges !== undefined,
    mergeKey,
  };
}

export const POD_SPEC: TypeName = 'PodSpec';

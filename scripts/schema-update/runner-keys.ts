/** Walks the structs of the runner's source and lists the keys that config.toml may hold. */
import type { Checkout } from '../go/checkout';
import { type GoField, tagValue } from '../go/types';
import { type Shape, shapeOf } from './go-kind';
import { type Namespaces, namespacesBelow, registrationOf } from './registration';
import { isTable, type KeyFacts } from './types';

interface Struct {
  readonly shape: Shape;
  /** The path of the table, empty for the file itself. */
  readonly path: string;
  readonly namespaces: Namespaces;
  readonly caseInsensitive: boolean;
  /** The structs around, so that one that holds itself comes to an end. */
  readonly around: readonly unknown[];
}

/** What `gitlab-runner register` fills in: one entry of this. */
const REGISTERED = 'runners[]';

/** The keys below `common.Config`. */
export function runnerKeys(checkout: Checkout): { keys: Map<string, KeyFacts>; doubts: string[] } {
  const root = checkout.type('common', 'Config');
  if (!root) throw new Error('no type common.Config in the checkout: is it a checkout of GitLab Runner?');
  const keys = new Map<string, KeyFacts>();
  const doubts: string[] = [];

  function walk(struct: Struct): void {
    const inner = struct.shape.struct;
    if (!inner || struct.around.includes(inner.fields)) return;
    const around = [...struct.around, inner.fields];
    const own = inner.fields.filter((field) => !isFlattened(field));
    for (const field of own) readField(field, { ...struct, around });
    // Later, because a field of the outer struct hides one of the same name in an embedded one.
    for (const field of inner.fields.filter(isFlattened)) {
      const shape = shapeOf(field.type, inner.file, checkout);
      walk({ ...struct, shape, namespaces: namespacesBelow(struct.namespaces, field), around });
    }
  }

  function readField(field: GoField, struct: Struct): void {
    const { file } = struct.shape.struct as NonNullable<Shape['struct']>;
    const tag = tagValue(field.tag, 'toml')?.split(',')[0];
    if (tag === '-' || !/^\p{Lu}/u.test(field.name)) return;
    const shape = shapeOf(field.type, file, checkout);
    const name = tag || field.name;
    const path = `${struct.path && `${struct.path}.`}${name}${shape.kind === 'array-of-tables' ? '[]' : ''}`;
    if (keys.has(path)) return;
    const source = `${file.path}:${field.line}`;
    if (shape.doubt) doubts.push(`${path} (${source}): ${shape.doubt}`);
    keys.set(path, {
      path,
      name,
      kind: shape.kind,
      itemKind: isTable(shape.kind) ? undefined : shape.itemKind,
      match: tag ? 'tag' : 'field-name',
      int32: shape.int32,
      caseInsensitive: struct.caseInsensitive,
      deprecated: isDeprecated(field),
      ...(shape.kind === 'table' ? {} : registrationOf(field, struct.namespaces)),
      source,
    });
    if (!isTable(shape.kind)) return;
    // Of lists only that of the runners, which `register` gives one more entry.
    const reached = shape.kind === 'table' ? namespacesBelow(struct.namespaces, field) : undefined;
    const namespaces = path === REGISTERED ? [] : reached;
    walk({ shape, path, namespaces, caseInsensitive: shape.caseInsensitive, around: struct.around });
  }

  walk({
    shape: shapeOf(root.value, root.file, checkout),
    path: '',
    namespaces: undefined,
    caseInsensitive: true,
    around: [],
  });
  return { keys, doubts };
}

/** An embedded struct without a toml tag puts its keys into the table around it. */
function isFlattened(field: GoField): boolean {
  return field.embedded && tagValue(field.tag, 'toml') === undefined;
}

/** A comment or a description says so; what only the documentation or a log message says is not seen here. */
function isDeprecated(field: GoField): boolean {
  const description = tagValue(field.tag, 'description') ?? '';
  return [...field.comments, description].some((text) => /^Deprecated:|\bDEPRECATED\b/.test(text));
}

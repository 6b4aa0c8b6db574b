/** What kind of TOML value fills a Go type. */
import type { Checkout, GoFile } from '../go/checkout';
import type { GoField, GoType } from '../go/types';
import data from './go-types.json';

export interface Shape {
  /** `unknown` where nobody has said yet how the type is read. */
  readonly kind: string;
  readonly itemKind?: string;
  readonly int32: boolean;
  readonly caseInsensitive: boolean;
  /** The fields of a table, with the file whose imports they mean. */
  readonly struct?: { readonly file: GoFile; readonly fields: readonly GoField[] };
  /** What nobody has said yet. */
  readonly doubt?: string;
}

interface Decoder {
  readonly kind: string;
  readonly itemKind?: string;
  readonly caseInsensitive?: boolean;
}

const external: Readonly<Record<string, string>> = data.kinds;
const decoders: Readonly<Record<string, Decoder>> = data.decoders;

const basic: Readonly<Record<string, string>> = {
  string: 'string',
  bool: 'boolean',
  float32: 'float',
  float64: 'float',
  any: 'any',
};
const INTEGER = /^u?int(?:8|16|32|64)?$/;

const plain = (kind: string): Shape => ({ kind, int32: false, caseInsensitive: true });
const unknown = (doubt: string): Shape => ({ ...plain('unknown'), doubt });

/** The shape of a type as it is written in a file. */
export function shapeOf(type: GoType, file: GoFile, checkout: Checkout): Shape {
  switch (type.form) {
    case 'pointer':
      return shapeOf(type.item, file, checkout);
    case 'list':
      return listOf(shapeOf(type.item, file, checkout));
    case 'map':
      return mapOf(shapeOf(type.item, file, checkout));
    case 'struct':
      return { ...plain('table'), struct: { file, fields: type.fields } };
    case 'named':
      return type.package === undefined
        ? ownType(type.name, file, checkout)
        : importedType(type.package, type.name, file, checkout);
    default:
      return unknown('a function, channel or interface');
  }
}

function listOf(item: Shape): Shape {
  if (item.kind === 'unknown') return item;
  if (item.kind === 'table') return { ...item, kind: 'array-of-tables' };
  return { ...plain('array'), itemKind: item.kind };
}

function mapOf(item: Shape): Shape {
  return item.kind === 'unknown' ? item : { ...plain('map'), itemKind: item.kind };
}

function ownType(name: string, file: GoFile, checkout: Checkout): Shape {
  const kind = basic[name];
  if (kind) return plain(kind);
  if (INTEGER.test(name)) return { ...plain('integer'), int32: name === 'int32' };
  return declaredType(file.package, name, checkout) ?? unknown(`no type ${file.package}.${name} in the checkout`);
}

function importedType(alias: string, name: string, file: GoFile, checkout: Checkout): Shape {
  const path = file.imports.get(alias) ?? alias;
  const kind = external[`${path}.${name}`];
  if (kind) return plain(kind);
  const folder = checkout.folderOf(path);
  const declared = folder && declaredType(folder, name, checkout);
  return declared || unknown(`no kind for ${path}.${name} in go-types.json`);
}

function declaredType(folder: string, name: string, checkout: Checkout): Shape | undefined {
  const found = checkout.type(folder, name);
  if (!found) return undefined;
  const shape = shapeOf(found.value, found.file, checkout);
  const ownDecoder = ['UnmarshalTOML', 'UnmarshalText'].some((method) => checkout.hasMethod(folder, name, method));
  if (!ownDecoder) return shape;
  const decoder = decoders[`${folder}.${name}`];
  if (!decoder) return unknown(`${folder}.${name} reads its value with code of its own; say how in go-types.json`);
  return { ...shape, ...decoder };
}

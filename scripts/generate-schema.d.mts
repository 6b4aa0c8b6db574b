/** A key as the facts describe it, as far as its type goes. */
export interface LeafFacts {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly item_kind?: string;
  readonly value_item_kind?: string;
  readonly go_type: string;
}

export function leafDefinition(
  key: LeafFacts,
  enumerations: ReadonlyMap<string, unknown>,
): [name: string, definition: unknown];
export function stringify(value: unknown): string;

// What scripts/compile-schema.mjs writes into generated/, so that the type check needs no build before it.
declare module '*/generated/keys.json' {
  const rows: unknown;
  export default rows;
}

declare module '*/generated/validators.js' {
  interface Validator {
    (instance: unknown): boolean;
    errors?: readonly { instancePath: string; keyword: string; params: Record<string, unknown> }[] | null;
  }
  const validators: Readonly<Record<string, Validator>>;
  export default validators;
}

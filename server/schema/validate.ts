/**
 * Checks values against the definitions of the JSON Schema, with the code that ajv generated at build time. It is a file
 * beside the server (`dist/validators.js`), read when it is needed; in the browser the client hands it over.
 */
import type { ValidationProblem } from './types';

type Validators = typeof import('./generated/validators.js').default;

let loaded: Validators | undefined;

/** The code, read once. */
export function validators(): Validators {
  loaded ??= require('./generated/validators.js') as Validators;
  return loaded;
}

const NO_PROBLEMS: readonly ValidationProblem[] = [];

/**
 * The problems of `instance` against `$defs/<definition>`, one per cause: what has the wrong type is reported for its type
 * only, and a map's refused name once, at the map, as `propertyNames` with the name in `params.propertyName`.
 */
export function validate(definition: string, instance: unknown): readonly ValidationProblem[] {
  const all = validators();
  const validator = Object.hasOwn(all, definition) ? all[definition] : undefined;
  if (!validator) throw new Error(`The schema has no definition ${definition}`);
  if (validator(instance)) return NO_PROBLEMS;
  const errors = validator.errors ?? [];
  const wrongType = new Set(errors.filter((error) => error.keyword === 'type').map((error) => error.instancePath));
  return errors
    .filter((error) => error.keyword === 'type' || !wrongType.has(error.instancePath))
    .filter((error) => !('propertyName' in error && error.keyword !== 'propertyNames'))
    .map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }));
}

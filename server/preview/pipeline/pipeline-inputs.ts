/**
 * The inputs of a file of a pipeline. GitLab writes them into its text before it reads it as YAML
 * (https://docs.gitlab.com/ci/inputs/).
 */
import { isObject, type Json, type JsonObject } from '../json';

/** What GitLab takes (https://docs.gitlab.com/ci/inputs/#define-input-parameters-with-specinputs). */
const BLOCK = /\$\[\[([^\][\n]{1,1000})\]\]/g;
const MOST_CHARACTERS = 1_000_000;

/** The text with the values that are passed, else with the defaults of its header; what has none stays as it is written. */
export function withInputs(text: string, header: Json | undefined, passed: Json | undefined): string {
  const defined = isObject(header) && isObject(header.spec) ? header.spec.inputs : undefined;
  if (!isObject(defined)) return text;
  let left = MOST_CHARACTERS;
  return text.replace(BLOCK, (block, inside: string) => {
    const value = inputValue(inside, defined, isObject(passed) ? passed : {});
    left -= value?.length ?? 0;
    return value === undefined || left < 0 ? block : value;
  });
}

/** The inputs that a value of a read file still names. */
export function inputsIn(text: string): string[] {
  return [...text.matchAll(BLOCK)].map(([, inside = '']) => inside.trim());
}

function inputValue(block: string, defined: JsonObject, passed: JsonObject): string | undefined {
  const [access = '', ...functions] = block.split('|').map((part) => part.trim());
  const name = access.startsWith('inputs.') ? access.slice('inputs.'.length) : '';
  const input = Object.hasOwn(defined, name) ? defined[name] : undefined;
  if (input === undefined) return undefined;
  const given = Object.hasOwn(passed, name) ? passed[name] : defaultOf(input);
  return given === undefined
    ? undefined
    : functions.reduce<string | undefined>((value, call) => value && called(call, value), textOf(given));
}

/** Rules choose it by other inputs. */
function defaultOf(input: Json): Json | undefined {
  return isObject(input) && !('rules' in input) ? input.default : undefined;
}

function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : `${value}`;
}

/** What a function makes of a value; undefined of one that is not known here. */
function called(call: string, value: string): string | undefined {
  // The runner expands variables of images and services itself.
  if (call === 'expand_vars') return value;
  const [, offset, length] = /^truncate\(\s*(\d{1,9})\s*,\s*(\d{1,9})\s*\)$/.exec(call) ?? [];
  return offset === undefined ? undefined : value.slice(Number(offset), Number(offset) + Number(length));
}

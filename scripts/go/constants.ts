/** Works out constants: numbers, durations (in nanoseconds), texts and true or false. */
import type { Checkout, GoFile } from './checkout';
import { Cursor } from './cursor';
import type { GoToken } from './tokens';

export type Constant = number | string | boolean;

const SECOND = 1_000_000_000;

/** What package time gives, in nanoseconds. */
const TIME: Readonly<Record<string, number>> = {
  Nanosecond: 1,
  Microsecond: 1_000,
  Millisecond: 1_000_000,
  Second: SECOND,
  Minute: 60 * SECOND,
  Hour: 3600 * SECOND,
};

/** The value of a constant of a package; undefined when it is missing or beyond this reader. */
export function constantOf(checkout: Checkout, folder: string, name: string): Constant | undefined {
  const found = checkout.value(folder, name);
  return found && evaluate(checkout, found.file, found.value);
}

/** The value of an expression as it stands in a file: `5 * time.Minute`, `"a" + name`. */
export function evaluate(checkout: Checkout, file: GoFile, tokens: readonly GoToken[]): Constant | undefined {
  const cursor = new Cursor(tokens);
  const value = readSum(cursor, checkout, file);
  return cursor.done ? value : undefined;
}

type Reader = (cursor: Cursor, checkout: Checkout, file: GoFile) => Constant | undefined;

const readSum: Reader = (cursor, checkout, file) => {
  let left = readProduct(cursor, checkout, file);
  while (cursor.at('+') || cursor.at('-')) {
    const minus = cursor.next().text === '-';
    const right = readProduct(cursor, checkout, file);
    if (typeof left === 'string' && typeof right === 'string' && !minus) left += right;
    else left = calculate(left, right, (a, b) => (minus ? a - b : a + b));
  }
  return left;
};

const readProduct: Reader = (cursor, checkout, file) => {
  let left = readOperand(cursor, checkout, file);
  while (cursor.at('*') || cursor.at('/') || cursor.at('<<')) {
    const sign = cursor.next().text;
    const right = readOperand(cursor, checkout, file);
    left = calculate(left, right, (a, b) => (sign === '*' ? a * b : sign === '/' ? Math.trunc(a / b) : a * 2 ** b));
  }
  return left;
};

function calculate(
  left: Constant | undefined,
  right: Constant | undefined,
  operation: (left: number, right: number) => number,
): number | undefined {
  return typeof left === 'number' && typeof right === 'number' ? operation(left, right) : undefined;
}

const readOperand: Reader = (cursor, checkout, file) => {
  if (cursor.take('-')) return calculate(0, readOperand(cursor, checkout, file), (a, b) => a - b);
  if (cursor.at('(')) return evaluate(checkout, file, cursor.brackets());
  const token = cursor.next();
  if (token.type === 'text') return token.text;
  if (token.type === 'number') return Number(token.text.replaceAll('_', ''));
  if (token.type !== 'name') return undefined;
  if (token.text === 'true' || token.text === 'false') return token.text === 'true';
  const member = cursor.take('.') ? cursor.next().text : undefined;
  // A conversion such as time.Duration(5).
  if (cursor.at('(')) return evaluate(checkout, file, cursor.brackets());
  if (member === undefined) return constantOf(checkout, file.package, token.text);
  const path = file.imports.get(token.text);
  if (path === 'time') return TIME[member];
  const folder = path && checkout.folderOf(path);
  return folder ? constantOf(checkout, folder, member) : undefined;
};

/** A duration as the runner would write it shortest: `1h30m`, `500ms`, `0s`. */
export function durationText(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const units: [string, number][] = [
    ['h', 3600 * SECOND],
    ['m', 60 * SECOND],
    ['s', SECOND],
    ['ms', 1_000_000],
    ['us', 1_000],
    ['ns', 1],
  ];
  let rest = Math.abs(nanoseconds);
  let text = nanoseconds < 0 ? '-' : '';
  for (const [name, size] of units) {
    if (rest >= size) text += `${Math.floor(rest / size)}${name}`;
    rest %= size;
  }
  return text;
}

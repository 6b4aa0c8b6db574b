interface Context {
  diagnostic(message: string): void;
}

type Body = (context: Context) => unknown;
type Define = (name: string, ...args: [Body] | [{ readonly skip?: boolean | string }, Body]) => void;
type Hook = (body: () => unknown) => void;

export const test: Define;
export const it: Define;
export function describe(name: string, body: () => void): void;
export const before: Hook;
export const after: Hook;
export const beforeEach: Hook;
export const afterEach: Hook;
export function run(load: () => void): Promise<void>;

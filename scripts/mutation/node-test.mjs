// Stands for `node:test` in the bundle of scripts/mutation/bundle.mjs: gathers the tests of a file and runs them until one fails, in
// the process that asks. A process for each file took seconds for each, and there are a hundred files and hundreds of mutants.

let suite;

function newSuite() {
  return { entries: [], before: [], after: [], beforeEach: [], afterEach: [] };
}

/** `name` and `options` may be left out. */
function parts(args) {
  const options = args.find((arg) => typeof arg === 'object') ?? {};
  return {
    name: typeof args[0] === 'string' ? args[0] : '',
    skip: options.skip,
    body: args.find((arg) => typeof arg === 'function'),
  };
}

export function describe(...args) {
  const { skip, body } = parts(args);
  if (skip || !body) return;
  const around = suite;
  suite = newSuite();
  body();
  around.entries.push(suite);
  suite = around;
}

export function test(...args) {
  const { name, skip, body } = parts(args);
  if (!skip && body) suite.entries.push({ name, body });
}

export const it = test;
const hook = (kind) => (body) => suite[kind].push(body);
export const before = hook('before');
export const after = hook('after');
export const beforeEach = hook('beforeEach');
export const afterEach = hook('afterEach');

/** Runs the tests that `load` defines; throws what the first that fails throws. */
export async function run(load) {
  suite = newSuite();
  load();
  await runSuite(suite);
}

async function runSuite(of) {
  try {
    await all(of.before);
    for (const entry of of.entries) {
      if (entry.entries) await runSuite(entry);
      else {
        await all(of.beforeEach);
        await entry.body({ name: entry.name, diagnostic() {} });
        await all(of.afterEach);
      }
    }
  } finally {
    await all(of.after);
  }
}

async function all(bodies) {
  for (const body of bodies) await body();
}

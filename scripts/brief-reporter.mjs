// A reporter of Node's test runner that prints what failed and one line at the end; RESULTS names the suite that it keeps them of.
import { inspect } from 'node:util';
import { keepResult, summary } from './results.mjs';

const LONGEST = 60;

/** Why a test was skipped, without what differs from test to test. */
function reasonOf(skip) {
  if (typeof skip !== 'string' || skip === '') return 'without a reason';
  return skip.includes('../shared') ? 'without ../shared' : skip.split(': ')[0];
}

/** A suite fails with its tests, and is none itself; one that fails without them is reported. */
const isSuite = ({ details }) => details?.type === 'suite';

export default async function* brief(events) {
  const result = { passed: 0, failed: 0, skipped: {}, failures: [] };
  // What a file says that does not even begin; the runner itself knows only that it failed.
  const errors = new Map();
  for await (const { type, data } of events) {
    if (type === 'test:pass') {
      if (data.skip !== undefined) {
        const reason = reasonOf(data.skip);
        result.skipped[reason] = (result.skipped[reason] ?? 0) + 1;
      } else if (!isSuite(data)) result.passed++;
    } else if (type === 'test:stderr') {
      errors.set(data.file, `${errors.get(data.file) ?? ''}${data.message}`.slice(-4000));
    } else if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      result.failed++;
      result.failures.push(data.name);
      yield described(data, data.name === data.file ? (errors.get(data.file) ?? '') : '');
    }
  }
  const suite = process.env.RESULTS ?? 'unit';
  keepResult(suite, result);
  yield `${summary([[suite, result]])}\n`;
}

function described({ name, file, line, details: { error } }, said) {
  const cause = error?.cause ?? error;
  const text = typeof cause === 'string' ? cause : (cause?.stack ?? inspect(cause));
  const lines = `${text}\n${said}`.trimEnd().split('\n');
  const rest = lines.length > LONGEST ? [`… ${lines.length - LONGEST} more lines`] : [];
  const place = file ? ` (${file}${line ? `:${line}` : ''})` : '';
  return `\n✘ ${name}${place}\n${[...lines.slice(0, LONGEST), ...rest].map((each) => `    ${each}`).join('\n')}\n`;
}

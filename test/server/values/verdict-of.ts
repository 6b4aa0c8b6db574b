/** What the server says of one key of a runner of an executor, in short: `error «GB» → memory_limit = "1Gi"`. */
import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/check/check';
import { editsOf } from '../../../server/edits/changes';
import { applyEdits } from '../../../server/text/edit';
import { context, documentOf, findingsOf } from '../findings';

/** Lines of a table of a runner: what is found in them, not of their header, and what the preferred fix writes. */
export function verdictsOn(lines: string, table = '[runners.kubernetes]', executor = 'kubernetes'): string[] {
  const text = `# gitlab-runner: version=19.4\n[[runners]]\nexecutor = "${executor}"\n${table}\n${lines}\n`;
  const document = documentOf(text);
  const found = checkDocument(document, context).filter(({ start }) => start >= text.length - lines.length - 1);
  return found.map(({ severity, code, start, end, fixes }) => {
    const told = `${severity}${code === 'invalid-value' ? '' : ` ${code}`} «${text.slice(start, end)}»`;
    const fix = fixes?.().find(({ preferred }) => preferred);
    if (!fix) return told;
    const after = applyEdits(text, editsOf(document, fix.changes) ?? assert.fail('The fix changes nothing.'));
    const left = findingsOf(after).filter((finding) => finding.start === start && finding.code === code);
    assert.deepEqual(left, [], `The fix leaves the problem: ${after}`);
    const before = text.split('\n');
    return `${told} → ${after
      .split('\n')
      .filter((line) => !before.includes(line))
      .join('; ')}`;
  });
}

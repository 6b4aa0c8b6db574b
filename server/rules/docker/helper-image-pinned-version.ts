/**
 * A helper image of one version: it goes with the runner of that version alone (docs, advanced configuration), and nobody thinks of it at
 * the next upgrade. A warning where the file is for a runner of another one.
 */
import helperImages from '../../../schemas/helper-images.json';
import { spanInString } from '../../meaning/string-span';
import { compareVersions } from '../../schema/version';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { meantImages } from './helper-tag';
import { changeTo } from './key-fixes';

/** The tag of a helper image, of GitLab or of a mirror: what is before the version, and the version. */
const IMAGE = /^([^:@]*(?::\d+\/[^:@]*)?gitlab-runner-helper:[\w.-]*?)v(\d+)\.(\d+)\.\d+(?=-|$)/;

export const helperImagePinnedVersion: Rule<'key'> = {
  code: 'helper-image-pinned-version',
  scope: 'key',
  on: helperImages.keys,
  check(visit, report) {
    const { key, member, context, source } = visit;
    const value = member.node.type === 'value' ? member.node.value : undefined;
    const match = value?.type === 'string' ? IMAGE.exec(value.value) : null;
    if (value?.type !== 'string' || !match || meantImages(value.value)) return;
    // A part of a runner is no place for advice.
    if (!visit.around?.has('executor')) return;
    const [whole, before = '', major, minor] = match;
    const { version, released } = context.schema;
    const isNamed = compareVersions(version, released) !== 0;
    const isOther = compareVersions(version, { major: Number(major), minor: Number(minor) }) !== 0;
    const place = { start: before.length, end: whole.length };
    const span = spanInString(source.text, value, place);
    report({
      start: span.start,
      end: span.end,
      ...(isNamed && isOther && { severity: 'warning' as const }),
      message: message('helper-image-pinned-version'),
      link: key?.docs,
      fixes: () => [changeTo(value, `${before}v\${CI_RUNNER_VERSION}${value.value.slice(whole.length)}`, true)],
    });
  },
};

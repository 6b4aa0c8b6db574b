/** What there is to say about a feature flag, in Markdown, as the runner has it that the file is for. */
import type { Context } from '../meaning/context';
import type { FeatureFlag } from '../schema/types';
import { message } from '../text/message';
import { documentationLine } from './documentation-line';
import { reached } from './key-facts';
import { bullets, paragraphs } from './markdown';

/** The Markdown about a feature flag. */
export function flagDocumentation(flag: FeatureFlag, context: Context): string {
  const { say, texts } = context;
  const { name, removed, deprecatedSince, toBeRemovedWith } = flag;
  return paragraphs(
    say(message('hover.flag', { name })),
    texts.featureFlag(name),
    bullets([
      defaultLine(flag, context),
      say(message('hover.since', reached(flag.since, context))),
      removed && say(message('hover.flag.removed', reached(removed, context))),
      deprecatedSince && say(message('hover.flag.deprecated', reached(deprecatedSince, context))),
      !removed && toBeRemovedWith && say(message('hover.flag.to-be-removed', { version: toBeRemovedWith })),
      flag.onlyTable && say(message('hover.flag.only-table')),
    ]),
    documentationLine(flag.docs, context),
  );
}

/** The same in short: for an item of completion. */
export function flagInShort(flag: FeatureFlag, context: Context): string {
  const { say, texts } = context;
  const facts = [
    message('hover.default', { value: message('code', { text: String(flag.default ?? false) }) }),
    message('hover.since', reached(flag.since, context)),
  ];
  return paragraphs(texts.featureFlag(flag.name), facts.map(say).join(' · '), documentationLine(flag.docs, context));
}

function defaultLine({ default: value, defaultSince, since }: FeatureFlag, { say }: Context): string | undefined {
  if (value === undefined) return undefined;
  const text = message('code', { text: String(value) });
  return defaultSince === since
    ? say(message('hover.default', { value: text }))
    : say(message('hover.default.since', { value: text, version: defaultSince }));
}

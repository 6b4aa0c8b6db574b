/** Where something is documented: in English, and before that in the user's language where there is such a page. */
import type { Context } from '../meaning/context';
import { message } from '../text/message';

/** The line of a hover with the links. */
export function documentationLine(url: string, { texts, say }: Context): string {
  const own = texts.documentation(url);
  return say(
    own === undefined
      ? message('hover.documentation', { url })
      : message('hover.documentation.translated', { own, english: url }),
  );
}

/** The address that is opened. */
export function documentationAddress(url: string, { texts }: Pick<Context, 'texts'>): string {
  return texts.documentation(url) ?? url;
}

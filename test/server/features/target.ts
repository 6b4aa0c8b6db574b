/** The context that features get: that of the runner which the document is for, as the service makes it. */
import type { Context } from '../../../server/meaning/context';
import type { ConfigDocument } from '../../../server/meaning/document';
import { forTarget } from '../../../server/meaning/target';
import { context } from '../findings';

export function contextFor(document: ConfigDocument, general: Context = context): Context {
  return forTarget(document, general);
}

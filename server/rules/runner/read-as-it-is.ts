/** Whether a runner reads a file as it is: elsewhere somebody may fill in what is left open. */
import type { Source } from '../../meaning/visit';

const OURS = /(?:^|[\\/:])config\.toml$/i;
/** Folders whose files are to be copied and changed. */
const TO_COPY =
  /(?:^|[\\/_.-])(?:examples?|samples?|templates?|skeletons?|docs?|documentation|fixtures?|testdata|tests?)[\\/]/i;

/** Whether a document is a `config.toml` that nobody fills in before a runner reads it. */
export function isReadAsItIs({ uri, traits, isTemplate }: Source): boolean {
  return OURS.test(uri) && !TO_COPY.test(uri) && traits.writable && traits.role !== 'template' && !isTemplate;
}

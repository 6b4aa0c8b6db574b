/** Patterns of the names that a file may have which holds a configuration, as editors match them. */
import { TEMPLATE_ENDINGS } from '../templates/kinds';
import { containerKinds } from './kinds';

const endings = ['toml', ...containerKinds.flatMap((kind) => kind.endings)];

/** Every file that may be ours by its name. */
export const PATTERN_OF_INTEREST = `**/*.{${[...endings, ...TEMPLATE_ENDINGS].join(',')}}`;

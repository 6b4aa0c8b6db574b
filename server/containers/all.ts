/** What is loaded together when the first YAML file, Markdown file or template is seen; a bundle of its own in Node. See load.ts. */

export { branchesOf } from '../templates/branches';
export { maskTemplates } from '../templates/mask';
export { renderings } from '../templates/renderings';
export { templatedStyle } from '../templates/style';
export { missingCloser } from '../templates/tag';
export { elidedLines, maskElidedLines } from './markdown/elided-lines';
export { readers, retyped } from './readers';

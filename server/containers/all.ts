/** What is loaded together when the first YAML file, Markdown file or template is seen; a bundle of its own in Node. See load.ts. */

export { branchesOf } from '../templates/branches';
export { missingCloser } from '../templates/languages';
export { maskTemplates } from '../templates/mask';
export { renderings } from '../templates/renderings';
export { templatedStyle } from '../templates/style';
export { TemplateText } from '../templates/template-text';
export { elidedLines, maskElidedLines } from './markdown/elided-lines';
export { readers, retyped } from './readers';

/** What is loaded together when the first YAML file, Markdown file or template is seen; a bundle of its own in Node. See load.ts. */
export { maskElidedLines } from './elided-lines';
export { fenceFindings } from './fence-findings';
export { markdownRegions } from './markdown-fences';
export { maskTemplates } from './mask-templates';
export { misplacementFindings } from './misplacement-findings';
export { hasGlobals } from './places-evidence';
export { branchesOf } from './template-branches';
export { renderings } from './template-renderings';
export { templatedStyle } from './template-style';
export { missingCloser } from './template-tag';
export { mayHoldConfiguration } from './yaml-check';
export { yamlRegions } from './yaml-regions';

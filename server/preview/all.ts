/** What is in the bundle of previews. */
export { ordinaryJob } from './ordinary-job';
export { originsBelow } from './origin';
export { previewInFile } from './preview-in-file';
export { previewYaml } from './preview-yaml';
export { shownPreview } from './shown-preview';

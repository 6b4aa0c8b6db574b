/** Loads what reads pipelines when the jobs of one are asked for first: in the build it is a bundle of its own (`dist/pipeline.js`). */
type PipelineCode = typeof import('./pipeline-jobs');

let loaded: PipelineCode | undefined;

/** The code that finds the jobs of a pipeline; loaded at the first call. */
export function pipelineCode(): PipelineCode {
  loaded ??= require('./pipeline-jobs') as PipelineCode;
  return loaded;
}

/** The text of a scalar of YAML, and where each of its characters stands. */
import { type DecodedScalar, decodeBlockScalar } from './block-scalar';
import { decodeFlowScalar } from './flow-scalar';
import type { YamlScalar } from './yaml-tree';

/** Decodes any kind of scalar. */
export function decodeScalar(source: string, scalar: YamlScalar): DecodedScalar | undefined {
  const block = scalar.style === 'literal' || scalar.style === 'folded';
  return block ? decodeBlockScalar(source, scalar) : decodeFlowScalar(source, scalar);
}

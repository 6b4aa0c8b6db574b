/** The text of a scalar of YAML, and where each of its characters stands. */
import { createOffsetMap } from '../../text/offset-map';
import { decodeBlockScalar } from './block-scalar';
import type { DecodedScalar } from './decoded-scalar';
import { alignFlowScalar } from './flow-align';
import { inlineEdits } from './inline-edit';
import { flowScalarText } from './package';
import type { YamlFlowScalar, YamlScalar } from './tree';

/** Decodes any kind of scalar. */
export function decodeScalar(source: string, scalar: YamlScalar): DecodedScalar {
  return scalar.block ? decodeBlockScalar(source, scalar) : decodeFlowScalar(source, scalar);
}

/** The quotes are no part of the region. */
function decodeFlowScalar(source: string, { style, start, end }: YamlFlowScalar): DecodedScalar {
  const quoted = style !== 'plain';
  const closed = quoted && end - start > 1 && source[end - 1] === source[start];
  const bounds = { start: start + (quoted ? 1 : 0), end: closed ? end - 1 : end };
  const text = flowScalarText(source.slice(start, end) + (quoted && !closed ? source[start] : ''), style);
  const list = alignFlowScalar(source, bounds, text, style);
  const write = inlineEdits(source, text, style);
  return { text, map: createOffsetMap(list, { ...bounds, limit: bounds.end }, write), ...bounds };
}

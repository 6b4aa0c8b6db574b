/** The text of a scalar of YAML, and where each of its characters stands. */
import { CST } from 'yaml';
import type { OffsetMap } from '../../text/offset-map';
import { createOffsetMap } from '../../text/offset-map';
import type { Retyping } from '../region';
import { decodeBlockScalar } from './block-scalar';
import { alignFlowScalar } from './flow-align';
import { inlineEdits } from './inline-edit';
import type { FlowStyle, YamlFlowScalar, YamlScalar } from './tree';

export interface DecodedScalar {
  readonly text: string;
  readonly map: OffsetMap;
  /** Where the text stands in the file. */
  readonly start: number;
  readonly end: number;
  /** See literal.ts; only literal blocks can tell. */
  retyped?(change: Retyping): DecodedScalar | undefined;
}

/** Decodes any kind of scalar. */
export function decodeScalar(source: string, scalar: YamlScalar): DecodedScalar {
  return scalar.block ? decodeBlockScalar(source, scalar) : decodeFlowScalar(source, scalar);
}

/** The quotes are no part of the region. */
function decodeFlowScalar(source: string, { style, start, end }: YamlFlowScalar): DecodedScalar {
  const quoted = style !== 'plain';
  const closed = quoted && end - start > 1 && source[end - 1] === source[start];
  const bounds = { start: start + (quoted ? 1 : 0), end: closed ? end - 1 : end };
  const text = flowText(source.slice(start, end) + (quoted && !closed ? source[start] : ''), style);
  const list = alignFlowScalar(source, bounds, text, style);
  const write = inlineEdits(source, text, style);
  return { text, map: createOffsetMap(list, { ...bounds, limit: bounds.end }, write), ...bounds };
}

const TYPES = {
  plain: 'scalar',
  'single-quoted': 'single-quoted-scalar',
  'double-quoted': 'double-quoted-scalar',
} as const;

function flowText(written: string, style: FlowStyle): string {
  const token = { type: TYPES[style], offset: 0, indent: 0, source: written };
  return CST.resolveAsScalar(token, false, ignoreError)?.value ?? '';
}

/** A mistake in a scalar is the YAML extension's to say. */
export function ignoreError(): void {}

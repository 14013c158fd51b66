import type { OpenFigure, Proposition } from '../../domain/statements/index.js';
import { toQuantityValue } from '../claims/index.js';
import type { ParsedFigureType, ParsedPropositionType } from './graphql/comparison.types.js';

export function toProposition({ times, figures, ...proposition }: Proposition): ParsedPropositionType {
  return { ...proposition, figures: figures.map(toFigure), times: times.map(({ value }) => value.edtf) };
}

function toFigure({ text, value, counted }: OpenFigure): ParsedFigureType {
  return { text, value: toQuantityValue(value, value.unit), counted: counted.length === 0 ? null : counted.join(' ') };
}

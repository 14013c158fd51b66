import type { Accrual } from '../../domain/claim/claim.js';
import type { Datatype } from '../../domain/values/value.js';
import { Prisma } from '../../platform/database/index.js';
import { RowShape, type Carry } from '../../platform/reading/index.js';

export interface PropertyRow {
  id: string;
  key: string;
  label: string;
  datatype: Datatype;
  unit: string | null;
  singleValued: boolean;
  additive: boolean;
  accrual: Accrual;
  schemeId: string | null;
  phrase: string | null;
  version: number;
  dimensions: { dimension: string; schemeId: string }[];
}

const DIMENSIONS = `coalesce((
  SELECT jsonb_agg(jsonb_build_object('dimension', d.dimension, 'schemeId', d.scheme_id) ORDER BY d.dimension)
  FROM property_dimension d WHERE d.property_id = p.id), '[]') AS dimensions`;

/** How rows of `property p` are read. */
export const PROPERTY_SHAPE = new RowShape<PropertyRow>({
  id: 'p.id',
  fields: {
    id: [],
    key: ['p.key'],
    label: ['p.label'],
    datatype: ['p.datatype::text'],
    unit: ['p.unit'],
    singleValued: ['p.single_valued AS "singleValued"'],
    additive: ['p.additive'],
    accrual: ['p.accrual::text'],
    scheme: ['p.scheme_id AS "schemeId"'],
    phrase: ['p.phrase'],
    version: ['p.version'],
    scopes: [DIMENSIONS],
    scopeDimensions: [DIMENSIONS],
  },
});

/** Lets a row come with its property. @param id the column of the row that names the property */
export function carryProperty(id: Prisma.Sql): Carry {
  return PROPERTY_SHAPE.carryOne(Prisma.sql`property p WHERE p.id = ${id}`);
}

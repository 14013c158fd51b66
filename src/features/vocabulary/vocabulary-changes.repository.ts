import { Injectable } from '@nestjs/common';
import { Prisma, type Transaction } from '../../platform/database/index.js';
import type { RelatedConceptRow, SchemeRow } from './vocabulary.repository.js';
import type { PropertyRow } from './property.shape.js';

/** Changes of vocabulary that is there; all run in a transaction that has taken the vocabulary for change. */
@Injectable()
export class VocabularyChangesRepository {
  async updateScheme(tx: Transaction, scheme: SchemeRow): Promise<void> {
    const { id, label, siblingsExclusive, topConceptsComplete, version } = scheme;
    await tx.conceptScheme.update({ where: { id }, data: { label, siblingsExclusive, topConceptsComplete, version } });
  }

  /** Writes a concept with its relations, as wholes, in place of the one that has its id. */
  async updateConcept(tx: Transaction, concept: RelatedConceptRow): Promise<void> {
    const { id, broader, disjointWith, schemeId: _stays, ...data } = concept;
    await tx.concept.update({ where: { id }, data });
    await tx.conceptBroader.deleteMany({ where: { narrowerId: id } });
    await tx.conceptDisjoint.deleteMany({ where: { OR: [{ firstId: id }, { secondId: id }] } });
    await this.relateConcept(tx, id, broader, disjointWith);
  }

  /** Notes what a concept without relations lies within and has nothing in common with. */
  async relateConcept(
    tx: Transaction,
    id: string,
    broader: readonly string[],
    disjointWith: readonly string[],
  ): Promise<void> {
    if (broader.length > 0) {
      await tx.conceptBroader.createMany({ data: broader.map((broaderId) => ({ narrowerId: id, broaderId })) });
    }
    if (disjointWith.length > 0) {
      const pairs = disjointWith.map((other) =>
        other < id ? { firstId: other, secondId: id } : { firstId: id, secondId: other },
      );
      await tx.conceptDisjoint.createMany({ data: pairs });
    }
  }

  /** Notes that concepts are other than they were, as what they have nothing in common with has changed. */
  async raiseVersions(tx: Transaction, conceptIds: readonly string[]): Promise<void> {
    await tx.concept.updateMany({ where: { id: { in: [...conceptIds] } }, data: { version: { increment: 1 } } });
  }

  /** Writes a property with its scope dimensions, as a whole, in place of the one that has its id. */
  async updateProperty(tx: Transaction, { id, dimensions, ...data }: PropertyRow): Promise<void> {
    await tx.property.update({ where: { id }, data });
    await tx.propertyDimension.deleteMany({ where: { propertyId: id } });
    await tx.propertyDimension.createMany({ data: dimensions.map((each) => ({ ...each, propertyId: id })) });
  }

  async hasClaims(tx: Transaction, propertyId: string): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`SELECT FROM claim WHERE property_id = ${propertyId}::uuid LIMIT 1`);
    return rows.length > 0;
  }

  /** The scope dimensions that claims of the property have. */
  async findUsedDimensions(tx: Transaction, propertyId: string): Promise<string[]> {
    const rows = await tx.query<{ dimension: string }>(Prisma.sql`
      SELECT d.dimension FROM property_dimension d WHERE d.property_id = ${propertyId}::uuid AND EXISTS (
        SELECT FROM claim c JOIN claim_scope t ON t.story_id = c.story_id AND t.claim_id = c.id
        WHERE c.property_id = d.property_id AND t.dimension = d.dimension)`);
    return rows.map(({ dimension }) => dimension);
  }
}

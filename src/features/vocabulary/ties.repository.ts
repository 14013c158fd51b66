import { Injectable } from '@nestjs/common';
import { byId, Database, keyset, Prisma, type KeysetPage, type Transaction } from '../../platform/database/index.js';

export interface IdentityRow {
  id: string;
  key: string;
  label: string;
  wholeId: string;
  /** In the order in which they are told. */
  partIds: string[];
  version: number;
}

export interface PropertyOrderRow {
  id: string;
  key: string;
  earlierId: string;
  laterId: string;
}

const IDENTITY = Prisma.sql`i.id, i.key, i.label, i.version, i.whole_id AS "wholeId",
  ARRAY(SELECT property_id::text FROM identity_part p WHERE p.identity_id = i.id ORDER BY p.position) AS "partIds"`;

const ORDER = Prisma.sql`o.id, o.key, o.earlier_id AS "earlierId", o.later_id AS "laterId"`;

/** The statements of what ties properties: identities and orders. Lists of them are in the order of their making. */
@Injectable()
export class TiesRepository {
  constructor(private readonly database: Database) {}

  readIdentities(tx: Transaction): Promise<IdentityRow[]> {
    return tx.query<IdentityRow>(Prisma.sql`SELECT ${IDENTITY} FROM identity i ORDER BY i.id`);
  }

  readOrders(tx: Transaction): Promise<PropertyOrderRow[]> {
    return tx.query<PropertyOrderRow>(Prisma.sql`SELECT ${ORDER} FROM property_order o ORDER BY o.id`);
  }

  findIdentitiesByIds(ids: readonly string[]): Promise<IdentityRow[]> {
    return this.database.query<IdentityRow>(
      Prisma.sql`SELECT ${IDENTITY} FROM identity i WHERE i.id = ANY(${ids}::uuid[])`,
    );
  }

  findOrdersByIds(ids: readonly string[]): Promise<PropertyOrderRow[]> {
    return this.database.query<PropertyOrderRow>(
      Prisma.sql`SELECT ${ORDER} FROM property_order o WHERE o.id = ANY(${ids}::uuid[])`,
    );
  }

  listIdentities(page: KeysetPage): Promise<IdentityRow[]> {
    const { where, orderBy, limit } = keyset(byId(Prisma.sql`i.id`, false), page);
    return this.database.query<IdentityRow>(
      Prisma.sql`SELECT ${IDENTITY} FROM identity i WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`,
    );
  }

  listOrders(page: KeysetPage): Promise<PropertyOrderRow[]> {
    const { where, orderBy, limit } = keyset(byId(Prisma.sql`o.id`, false), page);
    return this.database.query<PropertyOrderRow>(
      Prisma.sql`SELECT ${ORDER} FROM property_order o WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`,
    );
  }

  countIdentities(): Promise<number> {
    return this.database.prisma.identity.count();
  }

  countOrders(): Promise<number> {
    return this.database.prisma.propertyOrder.count();
  }

  async insertIdentity(tx: Transaction, { partIds, ...row }: IdentityRow, createdAt: Date): Promise<void> {
    await tx.identity.create({ data: { ...row, createdAt } });
    await this.insertParts(tx, row.id, partIds);
  }

  async changeIdentity(tx: Transaction, { id, label, version, partIds }: IdentityRow): Promise<void> {
    await tx.identity.update({ where: { id }, data: { label, version } });
    await tx.identityPart.deleteMany({ where: { identityId: id } });
    await this.insertParts(tx, id, partIds);
  }

  async removeIdentity(tx: Transaction, id: string): Promise<void> {
    await tx.identityPart.deleteMany({ where: { identityId: id } });
    await tx.identity.delete({ where: { id } });
  }

  async insertOrder(tx: Transaction, row: PropertyOrderRow, createdAt: Date): Promise<void> {
    await tx.propertyOrder.create({ data: { ...row, createdAt } });
  }

  async removeOrder(tx: Transaction, id: string): Promise<void> {
    await tx.propertyOrder.delete({ where: { id } });
  }

  private async insertParts(tx: Transaction, identityId: string, partIds: readonly string[]): Promise<void> {
    await tx.identityPart.createMany({
      data: partIds.map((propertyId, position) => ({ identityId, propertyId, position })),
    });
  }
}

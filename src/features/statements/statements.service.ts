import { Injectable } from '@nestjs/common';
import { compareStatements, propositionsOf, type Statement, type Thesaurus } from '../../domain/statements/index.js';
import type { ComparisonType, ParsedPropositionType } from './graphql/comparison.types.js';
import type { CompareStatementsArgs } from './graphql/comparison.args.js';
import { toProposition } from './comparison.mapper.js';
import { readWordnet } from './wordnet-files.js';

@Injectable()
export class StatementsService {
  /** Read when it is first needed: most installations never compare statements. */
  private thesaurus: Promise<Thesaurus> | null = null;

  /** Compares two statements; nothing is stored. */
  async compare({ a, b, context }: CompareStatementsArgs): Promise<ComparisonType> {
    const publishedAt = context?.publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
    const compared = compareStatements(a, b, { publishedAt }, await this.words());
    return { ...compared.verdict, a: propositions(compared.a), b: propositions(compared.b) };
  }

  private words(): Promise<Thesaurus> {
    this.thesaurus ??= readWordnet();
    return this.thesaurus;
  }
}

function propositions(statement: Statement): ParsedPropositionType[] {
  return propositionsOf(statement).map(toProposition);
}

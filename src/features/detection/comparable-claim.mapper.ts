import type { Claim, Speaker } from '../../domain/claim/claim.js';
import { fromColumns } from './claim-value.mapper.js';
import type { ComparableClaimRow } from './detection.repository.js';
import type { SpeakerRow } from './speakers.repository.js';

/**
 * Rows as the engine sees claims.
 * @param speakers of questions whose answers can be corrected; null of others
 */
export function toComparableClaims(
  rows: readonly ComparableClaimRow[],
  speakers: readonly SpeakerRow[] | null,
): Claim[] {
  const byClaim = new Map<string, SpeakerRow[]>(rows.map(({ id }) => [id, []]));
  for (const speaker of speakers ?? []) byClaim.get(speaker.claimId)?.push(speaker);
  return rows.map((row) => {
    const listed = byClaim.get(row.id) ?? [];
    const isWidelySaid = speakers !== null && (listed[0]?.isWidelySaid ?? true);
    return toComparableClaim(row, listed.map(toSpeaker), isWidelySaid);
  });
}

function toSpeaker({ id, name, lastSaidFrom, lastSaidTo }: SpeakerRow): Speaker {
  return { id, name, lastSaid: intervalOf(lastSaidFrom, lastSaidTo) };
}

function intervalOf(from: Date | null, to: Date | null): { from: number; to: number } | null {
  return from && to ? { from: from.getTime(), to: to.getTime() } : null;
}

/** A row as the engine sees a claim. */
export function toComparableClaim(row: ComparableClaimRow, speakers: readonly Speaker[], isWidelySaid: boolean): Claim {
  return {
    id: row.id,
    polarity: row.polarity,
    value: fromColumns(row),
    scope: row.scope,
    hedged: row.hedged,
    firstSaid: intervalOf(row.firstSaidFrom, row.firstSaidTo),
    saidDays: row.saidDays,
    speakers,
    isWidelySaid,
    attribution: {
      sourceId: row.sourceId,
      sourceName: row.publisherName ?? row.sourceTitle,
      claimantName: row.claimantName,
      saidOn: row.saidOn ?? row.publishedAt?.toISOString().slice(0, 10) ?? null,
    },
    standing: { preferred: row.preferred, citations: row.citationCount, identity: row.identity },
  };
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../components/AnchorLink';
import { Chip } from '../../components/Chip';
import type { Member, MemberCitation } from './contradiction.query';
import classes from './MemberColumn.module.css';
import { Passage } from './Passage';

interface MemberColumnProps {
  readonly member: Member;
  readonly letter: string;
  readonly isUpheld: boolean;
}

/** One of the claims: what it says, in whose words, and who else says so. */
export function MemberColumn({ member, letter, isUpheld }: MemberColumnProps): ReactElement {
  const { t } = useTranslation();
  const { statement, status, rank, corroboration, citations } = member;
  const [first, ...others] = citations.nodes;
  return (
    <section className={classes.member} aria-label={t('contradiction.claim', { letter })}>
      <header className={classes.head}>
        <span className={classes.letter} aria-hidden>
          {letter}
        </span>
        <h2 className={classes.statement} dir="auto">
          {statement}
        </h2>
      </header>
      <div className={classes.badges}>
        <Chip tone={status === 'PUBLISHED' ? 'good' : 'waiting'}>{t(`noteStates.${status}`)}</Chip>
        {rank === 'PREFERRED' && <Chip tone="good">{t('contradiction.preferred')}</Chip>}
        {rank === 'DEPRECATED' && <Chip tone="bad">{t('contradiction.deprecated')}</Chip>}
        {isUpheld && <Chip tone="good">{t('contradiction.upheld')}</Chip>}
      </div>
      {first !== undefined && <Said citation={first} isWhole />}
      <p className={classes.origins}>
        {t('contradiction.origins', { count: corroboration.independentOrigins })}
        {' · '}
        {t('contradiction.sources', { count: corroboration.sources })}
      </p>
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('contradiction.others', { count: citations.totalCount - 1 })}</summary>
          {others.map((citation) => (
            <Said key={citation.id} citation={citation} isWhole={false} />
          ))}
        </details>
      )}
    </section>
  );
}

/** Whose words they are, and the words; whole: within the paragraph that they stand in. */
function Said({ citation, isWhole }: { readonly citation: MemberCitation; readonly isWhole: boolean }): ReactElement {
  const { t, i18n } = useTranslation();
  const { source, claimant, certainty, quote } = citation;
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <figure className={classes.said}>
      <Passage citation={citation.id} quote={quote} isWhole={isWhole} />
      <figcaption className={classes.who}>
        {claimant !== null && <strong dir="auto">{claimant.name}</strong>}
        <AnchorLink to="/sources/$id" params={{ id: source.id }} search={{ at: citation.id }} inherit dir="auto">
          {source.title}
        </AnchorLink>
        <span>
          {[source.publisher?.name, source.publishedAt === null ? null : date.format(new Date(source.publishedAt))]
            .filter(Boolean)
            .join(', ')}
        </span>
        {certainty !== 'CERTAIN' && <span>{t(`certainty.${certainty}`)}</span>}
      </figcaption>
    </figure>
  );
}

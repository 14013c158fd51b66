import { CloseButton, Kbd } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../components/AnchorLink';
import type { RaisedContradiction } from './decisions.query';
import classes from './Raised.module.css';

interface RaisedProps {
  /** The one that fits least first. */
  readonly contradictions: readonly RaisedContradiction[];
  /** The claim that raised them. */
  readonly claim: string;
  readonly source: string;
  readonly onClose: () => void;
}

/** The contradictions that an accepted suggestion raised, its words beside those that it does not fit with. */
export function Raised({ contradictions, claim, source, onClose }: RaisedProps): ReactElement | null {
  const { t } = useTranslation();
  const [first, ...rest] = contradictions;
  if (first === undefined) return null;
  return (
    <section className={classes.raised} role="status">
      <div className={classes.head}>
        <strong>{t('reader.raised', { count: contradictions.length })}</strong>
        <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />
      </div>
      <div className={classes.sides}>
        {[...first.members]
          .sort((a, b) => Number(b.id === claim) - Number(a.id === claim))
          .map((member) => (
            <Side key={member.id} member={member} source={source} />
          ))}
      </div>
      <p className={classes.explanation} dir="auto">
        {first.explanation}{' '}
        <AnchorLink to="/contradictions/$id" params={{ id: first.id }} inherit underline="always">
          {t('reader.openContradiction')}
        </AnchorLink>{' '}
        <Kbd size="xs">{'o'}</Kbd>
      </p>
      {rest.length > 0 && (
        <ul className={classes.rest} aria-label={t('reader.raisedMore', { count: rest.length })}>
          {rest.map(({ id, strength, explanation }) => (
            <li key={id}>
              <AnchorLink to="/contradictions/$id" params={{ id }} inherit dir="auto" title={explanation}>
                {t(`strengths.${strength}`)}: {explanation}
              </AnchorLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface SideProps {
  readonly member: RaisedContradiction['members'][number];
  readonly source: string;
}

function Side({ member, source }: SideProps): ReactElement {
  const citations = member.citations.nodes;
  const citation = citations.find((each) => each.source.id === source) ?? citations[0];
  return (
    <figure className={classes.side}>
      <figcaption className={classes.statement} dir="auto">
        {member.statement}
      </figcaption>
      {citation !== undefined && (
        <>
          <blockquote className={classes.quote} dir="auto">
            {citation.quote.exact}
          </blockquote>
          <div className={classes.who} dir="auto">
            {[citation.claimant?.name, citation.source.publisher?.name, citation.source.title]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      )}
    </figure>
  );
}

import { Badge } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../components/Day';
import type { ResultOf } from '../../graphql/graphql';
import classes from './Matrix.module.css';
import type { QUESTIONS } from './story.query';

type Question = NonNullable<ResultOf<typeof QUESTIONS>['story']>['questions']['nodes'][number];
type Position = Question['positions'][number];
type Citation = Position['claim']['citations']['nodes'][number];

/** One question: its answers against the sources that give them, each cell with the words that do. */
export function Matrix({ question }: { readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const heading = useId();
  const { subject, property, disputed, positions } = question;
  const sources = sourcesOf(positions);
  return (
    <div className={classes.question}>
      <h2 className={classes.heading} id={heading}>
        {property.label} <span className={classes.subject}>{subject.label}</span>
        {disputed && <Badge color="red">{t('story.isDisputed')}</Badge>}
      </h2>
      <div className={classes.scroll} role="region" aria-labelledby={heading} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.answer}>
                {t('story.answer')}
              </th>
              {sources.map(({ id, title, publisher, publishedAt }) => (
                <th key={id} scope="col" title={title} dir="auto">
                  <span className={classes.publisher}>{publisher?.name ?? title}</span>
                  {publishedAt !== null && (
                    <span className={classes.day}>
                      <Day at={publishedAt} />
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {positions.map(({ claim, corroboration }) => (
              <tr key={claim.id}>
                <th scope="row" className={classes.answer}>
                  {answerIn(claim.statement, subject.label)}
                  <span className={classes.day}>
                    {t('story.origins', { count: corroboration.independentOrigins })}
                    {claim.status !== 'PUBLISHED' && ` · ${t(`claimStatus.${claim.status}`)}`}
                  </span>
                </th>
                {sources.map(({ id }) => (
                  <td key={id}>
                    {claim.citations.nodes
                      .filter(({ source }) => source.id === id)
                      .map((citation) => (
                        <Cell key={citation.id} citation={citation} />
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Cell({ citation: { quote, claimant, certainty } }: { readonly citation: Citation }): ReactElement {
  const { t } = useTranslation();
  return (
    <figure className={classes.cell}>
      <blockquote className={classes.quote} title={quote.exact} dir="auto">
        {quote.exact}
      </blockquote>
      {(claimant !== null || certainty !== 'CERTAIN') && (
        <figcaption className={classes.day}>
          {[claimant?.name, certainty === 'CERTAIN' ? null : t(`certainty.${certainty}`)].filter(Boolean).join(' · ')}
        </figcaption>
      )}
    </figure>
  );
}

/** The sources of all answers, each once, by the day on which they came out. */
function sourcesOf(positions: readonly Position[]): Citation['source'][] {
  const all = positions.flatMap(({ claim }) => claim.citations.nodes.map(({ source }) => source));
  const byId = new Map(all.map((source) => [source.id, source]));
  return [...byId.values()].sort((a, b) => (a.publishedAt ?? '9').localeCompare(b.publishedAt ?? '9'));
}

/** A statement without its subject, which stands above the table. */
function answerIn(statement: string, subject: string): string {
  return statement.startsWith(`${subject}: `) ? statement.slice(subject.length + 2) : statement;
}

import { Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeAgo } from '../../components/TimeAgo';
import type { ContradictionRead } from './contradiction.query';
import classes from './Decisions.module.css';
import { OUTCOMES } from './outcomes';

const STATUSES = ['OPEN', 'IN_REVIEW', 'RESOLVED', 'DISMISSED', 'LAPSED'] as const;
const FIELDS = ['status', 'outcome', 'upheld'] as const;

type Revision = ContradictionRead['revisions']['nodes'][number];

/** What was done with a contradiction, the last first. */
export function Decisions({ revisions }: { readonly revisions: readonly Revision[] }): ReactElement | null {
  const { t } = useTranslation();
  if (revisions.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="xs">
        {t('contradiction.history')}
      </Title>
      <RevisionList revisions={[...revisions].reverse()} />
    </section>
  );
}

/** Who did what, when, and why. */
export function RevisionList({ revisions }: { readonly revisions: readonly Revision[] }): ReactElement {
  const { t } = useTranslation();
  const wordOf = (value: string): string => {
    if (isOneOf(STATUSES, value)) return t(`contradictionStatus.${value}`);
    return isOneOf(OUTCOMES, value) ? t(`outcomes.${value}.name`) : value;
  };
  return (
    <ol className={classes.list}>
      {revisions.map(({ id, actor, createdAt, reason, changes }) => (
        <li key={id} className={classes.revision}>
          <div>
            <strong>{actor.name}</strong>{' '}
            <span className={classes.quiet}>
              <TimeAgo at={createdAt} />
            </span>
          </div>
          {changes.map(({ field, before, after }) => (
            <div key={field} className={classes.change}>
              <span className={classes.quiet}>
                {isOneOf(FIELDS, field) ? t(`contradictionFields.${field}`) : field}
              </span>{' '}
              {before !== null && <del className={classes.before}>{wordOf(before)}</del>}{' '}
              {after !== null && wordOf(after)}
            </div>
          ))}
          {reason !== null && (
            <p className={classes.reason} dir="auto">
              {reason}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function isOneOf<Known extends string>(known: readonly Known[], value: string): value is Known {
  return known.some((each) => each === value);
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../components/Chip';
import { Page } from '../../components/Page';
import { TimeAgo } from '../../components/TimeAgo';
import type { ContradictionRead } from './contradiction.query';
import classes from './ContradictionView.module.css';
import { Decision } from './Decision';
import { Decisions } from './Decisions';
import { letterOf } from './letters';
import { MemberColumn } from './MemberColumn';

const TONES = {
  OPEN: 'bad',
  IN_REVIEW: 'waiting',
  RESOLVED: 'good',
  DISMISSED: 'quiet',
  LAPSED: 'quiet',
} as const satisfies Record<string, Tone>;

interface ContradictionViewProps {
  readonly contradiction: ContradictionRead;
  readonly onReread: () => void;
}

export function ContradictionView({ contradiction, onReread }: ContradictionViewProps): ReactElement {
  const { t } = useTranslation();
  const { kind, strength, status, story, detectedAt, explanation, rule, members, resolution, revisions } =
    contradiction;
  return (
    <Page
      title={t('contradiction.heading', {
        kind: t(`contradictionKinds.${kind}`),
        strength: t(`strengths.${strength}`),
      })}
      acts={<Chip tone={TONES[status]}>{t(`contradictionStatus.${status}`)}</Chip>}
      bar={
        <div className={classes.facts}>
          <span>{story.title}</span>
          <span>
            {t('contradiction.found')} <TimeAgo at={detectedAt} />
          </span>
          <span>
            {t('contradiction.rule')} <code>{rule}</code>
          </span>
        </div>
      }
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <p className={classes.explanation} dir="auto">
            {explanation}
          </p>
          <div className={classes.members}>
            {members.map((member, index) => (
              <MemberColumn
                key={member.id}
                member={member}
                letter={letterOf(index)}
                isUpheld={resolution?.upheld.some(({ id }) => id === member.id) ?? false}
              />
            ))}
          </div>
        </div>
        <aside className={classes.side} aria-label={t('contradiction.decision')}>
          <Decision contradiction={contradiction} onReread={onReread} />
          <Decisions revisions={revisions.nodes} />
        </aside>
      </div>
    </Page>
  );
}

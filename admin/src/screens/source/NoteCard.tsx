import { Button, Kbd, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../components/AnchorLink';
import { Chip } from '../../components/Chip';
import { Refusals } from '../../components/Refusals';
import type { Refusal } from '../../graphql/useAct';
import classes from './NoteCard.module.css';
import type { Note } from './notes';

/** What can be done about the suggestion that is looked at. */
export interface NoteActs {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly isBusy: boolean;
  readonly refusals: readonly Refusal[];
}

interface NoteCardProps {
  readonly note: Note;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  /** null where one may not decide. */
  readonly acts: NoteActs | null;
}

/** A claim in the margin; opened, with who says it, how surely, and what can be done about it. */
export function NoteCard({ note, isActive, onChoose, acts }: NoteCardProps): ReactElement {
  const { t } = useTranslation();
  const head = (
    <>
      <span className={classes.state}>{t(`noteStates.${note.state}`)}</span>
      <span className={classes.statement} dir="auto">
        {note.statement}
      </span>
    </>
  );
  if (!isActive) {
    return (
      <UnstyledButton className={classes.card} onClick={onChoose} data-state={stateOf(note)}>
        {head}
      </UnstyledButton>
    );
  }
  return (
    <div className={classes.card} data-state={stateOf(note)} data-active role="group" aria-label={note.statement}>
      {head}
      <NoteFacts note={note} />
      {acts !== null && <Refusals of={acts.refusals} />}
      {note.state === 'PENDING' && acts !== null && (
        <div className={classes.acts}>
          <Button size="xs" onClick={acts.accept} loading={acts.isBusy} rightSection={<Key name="a" />}>
            {t('reader.accept')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={acts.reject}
            disabled={acts.isBusy}
            rightSection={<Key name="x" />}
          >
            {t('reader.reject')}
          </Button>
        </div>
      )}
      {note.disputes.map(({ id, strength }) => (
        <AnchorLink key={id} to="/contradictions/$id" params={{ id }} className={classes.dispute}>
          {t(`reader.disputed.${strength}`)}
        </AnchorLink>
      ))}
    </div>
  );
}

function NoteFacts({ note }: { readonly note: Note }): ReactElement {
  const { t } = useTranslation();
  const { suggestion } = note;
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('reader.saidBy')}</dt>
        <dd dir="auto">{note.claimant ?? t('reader.ownVoice')}</dd>
        {note.saidOn !== null && (
          <>
            <dt>{t('reader.saidOn')}</dt>
            <dd>{note.saidOn}</dd>
          </>
        )}
      </dl>
      <div className={classes.badges}>
        {note.certainty !== 'CERTAIN' && <Chip tone="waiting">{t(`certainty.${note.certainty}`)}</Chip>}
        {note.isDenial && <Chip tone="bad">{t('reader.denial')}</Chip>}
        {suggestion !== null && note.state === 'PENDING' && suggestion.confidence < UNSURE && (
          <Chip tone="quiet">{t('reader.unsure')}</Chip>
        )}
        {suggestion?.reader === 'MODEL' && <Chip tone="quiet">{t('reader.byModel')}</Chip>}
      </div>
    </>
  );
}

/** Below this, the reading itself is said to be unsure. */
const UNSURE = 0.6;

function stateOf(note: Note): string {
  return note.disputes.length > 0 ? 'DISPUTED' : note.state;
}

function Key({ name }: { readonly name: string }): ReactElement {
  return (
    <Kbd size="xs" className={classes.key ?? ''} aria-hidden>
      {name}
    </Kbd>
  );
}

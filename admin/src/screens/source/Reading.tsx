import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { signedInRoute } from '../../frame';
import type { ResultOf } from '../../graphql/graphql';
import { usePages } from '../../graphql/usePages';
import { useKeys } from '../../shell/keys';
import { Margin } from './Margin';
import { NoteCard } from './NoteCard';
import { notesOf, type Note } from './notes';
import { Raised } from './Raised';
import { READER_CITATIONS, READER_SUGGESTIONS, type READER_SOURCE } from './reader.query';
import classes from './Reading.module.css';
import { sourceRoute } from './route';
import { SourceFacts } from './SourceFacts';
import { SourceText } from './SourceText';
import { useDecisions } from './useDecisions';

/** Below this the notes have no room beside the text. */
const NARROW = '(max-width: 68em)';

interface ReadingProps {
  readonly source: NonNullable<ResultOf<typeof READER_SOURCE>['source']>;
}

/** The text, with what stands beside it, and the keys by which one goes through that. */
export function Reading({ source }: ReadingProps): ReactElement {
  const { t } = useTranslation();
  const { session } = signedInRoute.useRouteContext();
  const { at } = sourceRoute.useSearch();
  const navigateHere = sourceRoute.useNavigate();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const text = useRef<HTMLElement>(null);
  const citations = usePages(READER_CITATIONS, { id: source.id }, (data) => data.source?.citations);
  const suggestions = usePages(READER_SUGGESTIONS, { id: source.id }, (data) => data.source?.suggestions);
  const decisions = useDecisions();
  const { decided, clearRefusals } = decisions;
  const notes = useMemo(
    () => notesOf(citations.nodes ?? [], suggestions.nodes ?? [], decided),
    [citations.nodes, suggestions.nodes, decided],
  );
  const mayDecide = session.role !== 'READER';
  const pending = notes.filter(({ state }) => state === 'PENDING');
  const active = notes.find(({ id }) => id === at) ?? pending[0];

  const activeId = active?.id;
  useEffect(() => {
    clearRefusals();
    if (activeId === undefined) return;
    const mark = text.current?.querySelector(`[data-starts~="${CSS.escape(activeId)}"]`);
    mark?.scrollIntoView({ block: 'nearest' });
    document.querySelector('[data-note][data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId, decisions.raised, clearRefusals]);

  const choose = (note: Note | undefined): void => {
    if (note) void navigateHere({ search: { at: note.id }, replace: true });
  };
  const step = (by: 1 | -1): void => {
    const here = notes.findIndex(({ id }) => id === active?.id);
    choose(notes[Math.min(Math.max(here + by, 0), notes.length - 1)]);
  };
  const decide = async (how: 'accept' | 'reject'): Promise<void> => {
    if (active?.state !== 'PENDING' || active.suggestion === null || decisions.isBusy) return;
    const here = pending.indexOf(active);
    if (await decisions[how](active.suggestion)) choose(pending[here + 1] ?? pending[here - 1] ?? active);
  };
  const contradiction = decisions.raised?.contradictions[0] ?? active?.disputes[0];
  useKeys([
    { keys: 'j', label: t('reader.keys.next'), act: () => step(1) },
    { keys: 'k', label: t('reader.keys.previous'), act: () => step(-1) },
    ...(mayDecide
      ? [
          { keys: 'a', label: t('reader.keys.accept'), act: () => void decide('accept') },
          { keys: 'x', label: t('reader.keys.reject'), act: () => void decide('reject') },
        ]
      : []),
    ...(contradiction
      ? [
          {
            keys: 'o',
            label: t('reader.keys.open'),
            act: () => void navigate({ to: '/contradictions/$id', params: { id: contradiction.id } }),
          },
        ]
      : []),
  ]);

  const card = (note: Note): ReactElement => (
    <NoteCard
      note={note}
      isActive={note.id === active?.id}
      onChoose={() => choose(note)}
      acts={
        mayDecide
          ? {
              accept: () => void decide('accept'),
              reject: () => void decide('reject'),
              isBusy: decisions.isBusy,
              refusals: note.id === active?.id ? decisions.refusals : [],
            }
          : null
      }
    />
  );
  const more = citations.more ?? suggestions.more;

  return (
    <Page
      title={source.title}
      bar={<SourceFacts source={source} notes={notes} isRead={suggestions.nodes !== undefined} />}
    >
      <div className={classes.reading} data-raised={decisions.raised !== null || undefined}>
        <SourceText
          ref={text}
          text={source.snapshot.text}
          label={source.title}
          language={source.language}
          notes={notes}
          active={active?.id}
          onChoose={(id) => choose(notes.find((note) => note.id === id))}
        />
        {!isNarrow && (
          <Margin text={text} label={t('reader.margin')} notes={notes} active={active?.id}>
            {card}
          </Margin>
        )}
      </div>
      {more !== null && (
        <Button variant="subtle" mx="md" mb="md" onClick={more}>
          {t('reader.moreNotes')}
        </Button>
      )}
      <div className={classes.dock}>
        {decisions.raised !== null && (
          <Raised {...decisions.raised} source={source.id} onClose={decisions.closeRaised} />
        )}
        {isNarrow && active !== undefined && card(active)}
      </div>
    </Page>
  );
}

import '@mantine/spotlight/styles.css';
import { Modal } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { SearchIcon } from '@primer/octicons-react';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useActEntries, type Entry } from './acts';
import { useFoundEntries } from './found';
import classes from './Palette.module.css';

const [store, palette] = createSpotlight();

interface PaletteProps {
  /** Goes up each time that somebody asks for it. */
  readonly asked: number;
}

/** Finds what there is, and what can be done, by words: the one way to anywhere. */
export function Palette({ asked }: PaletteProps): ReactElement {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [settled] = useDebouncedValue(query.trim(), 150);
  const acts = useActEntries(query.trim());
  const found = useFoundEntries(settled);
  useEffect(() => {
    palette.open();
  }, [asked]);

  const groups = [...found, { title: t('palette.acts'), entries: acts }].filter(({ entries }) => entries.length > 0);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      clearQueryOnClose
      scrollable
      maxHeight="min(60vh, 480px)"
      size={600}
      centered={false}
      overlayProps={{ blur: 0 }}
    >
      {/* The dialogue's name. */}
      <Modal.Title className={classes.title}>{t('palette.title')}</Modal.Title>
      <Spotlight.Search
        placeholder={t('palette.ask')}
        aria-label={t('palette.ask')}
        leftSection={<SearchIcon size={16} />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ title, entries }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {entries.map((entry) => (
              <PaletteEntry key={entry.id} entry={entry} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t('palette.none')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function PaletteEntry({ entry: { label, about, icon: Icon, go } }: { readonly entry: Entry }): ReactElement {
  return (
    <Spotlight.Action onClick={go} className={classes.entry}>
      <Icon size={16} className={classes.icon ?? ''} />
      <span className={classes.label}>{label}</span>
      {about !== undefined && <span className={classes.about}>{about}</span>}
    </Spotlight.Action>
  );
}

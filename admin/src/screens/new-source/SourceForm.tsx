import { Autocomplete, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ClipboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Refusals } from '../../components/Refusals';
import { otherRefusals, useAct, useFieldErrors } from '../../graphql/useAct';
import { CREATE_SOURCE, PUBLISHERS } from './new-source.query';
import { draftOf, useDraft } from './useDraft';
import classes from './SourceForm.module.css';
import { usePublisher } from './usePublisher';

const KINDS = ['NEWS', 'OFFICIAL', 'ANALYSIS', 'SOCIAL', 'TRANSCRIPT', 'DOCUMENT', 'OTHER'] as const;
const FIELDS = ['text', 'title', 'publisher', 'publishedAt', 'url'];

interface Values {
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly kind: (typeof KINDS)[number];
  readonly url: string;
}

const EMPTY: Values = { text: '', title: '', publisher: '', publishedAt: '', kind: 'NEWS', url: '' };

/** The text and what is known of it. What is pasted gives the title by its first line. */
export function SourceForm({
  story,
}: {
  readonly story: { readonly id: string; readonly title: string };
}): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const creation = useAct(CREATE_SOURCE);
  const publisherOf = usePublisher();
  const [isBusy, setBusy] = useState(false);
  const draft = `gainsay-new-source-${story.id}`;
  const form = useForm<Values>({
    initialValues: draftOf(draft, EMPTY),
    validate: {
      text: (text) => (text.trim() === '' ? t('newSource.textMissing') : null),
      title: (title) => (title.trim() === '' ? t('newSource.titleMissing') : null),
    },
  });
  const forget = useDraft(draft, form.values);
  useFieldErrors(form, creation.refusals, FIELDS);
  const [query] = useDebouncedValue(form.values.publisher.trim(), 200);
  const [{ data }] = useQuery({ query: PUBLISHERS, variables: { query }, pause: query === '' });

  const submit = async (values: Values): Promise<void> => {
    setBusy(true);
    const name = values.publisher.trim();
    const publisher = name === '' ? null : await publisherOf(name);
    const payload = await creation.run({
      input: {
        story: story.id,
        title: values.title.trim(),
        text: values.text,
        kind: values.kind,
        ...(publisher !== null && { publisher }),
        ...(values.publishedAt !== '' && { publishedAt: `${values.publishedAt}T00:00:00Z` }),
        ...(values.url.trim() !== '' && { url: values.url.trim() }),
      },
    });
    setBusy(false);
    if (!payload?.source) return;
    forget();
    await navigate({ to: '/sources/$id', params: { id: payload.source.id } });
  };
  const save = form.onSubmit((values) => void submit(values));
  const titleFrom = ({ clipboardData }: ClipboardEvent): void => {
    const line = clipboardData.getData('text/plain').trim().split('\n')[0]?.trim() ?? '';
    if (form.values.title.trim() === '' && line.length <= 300) form.setFieldValue('title', line);
  };

  return (
    <form
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
      noValidate
    >
      <Stack gap="md">
        <Text c="dimmed">{t('newSource.about', { story: story.title })}</Text>
        <Refusals of={otherRefusals(creation.refusals, FIELDS)} />
        <Textarea
          label={t('newSource.text')}
          minRows={10}
          maxRows={22}
          autoFocus
          classNames={{ input: classes.words ?? '' }}
          onPaste={titleFrom}
          {...form.getInputProps('text')}
        />
        <TextInput
          label={t('newSource.headline')}
          classNames={{ input: classes.words ?? '' }}
          {...form.getInputProps('title')}
        />
        <Group grow align="start">
          <Autocomplete
            label={t('newSource.publisher')}
            data={data?.agents.nodes.map(({ name }) => name) ?? []}
            {...form.getInputProps('publisher')}
          />
          <TextInput type="date" label={t('newSource.publishedAt')} {...form.getInputProps('publishedAt')} />
        </Group>
        <Group grow align="start">
          <Select
            label={t('newSource.kind')}
            data={KINDS.map((value) => ({ value, label: t(`sourceKinds.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <TextInput type="url" label={t('newSource.url')} {...form.getInputProps('url')} />
        </Group>
        <Group gap="sm">
          <Button type="submit" loading={isBusy}>
            {t('newSource.act')}
          </Button>
          <Text c="dimmed" size="sm">
            {t('newSource.hint')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

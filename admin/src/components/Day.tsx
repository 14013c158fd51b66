import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** The day of a moment. */
export function Day({ at }: { readonly at: string }): ReactElement {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}

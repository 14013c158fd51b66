import { BookIcon, type Icon } from '@primer/octicons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Session } from '../session/session';

/** A screen that the navigation leads to. */
export interface Destination {
  readonly to: NonNullable<LinkProps['to']>;
  /** What it is called, by its place in the catalogue. */
  readonly word: 'stories.title';
  readonly icon: Icon;
  /** The keys that lead there. */
  readonly key: string;
  /** Who finds anything there; everybody where absent. */
  readonly roles?: readonly Session['role'][];
}

const ALL: readonly Destination[] = [{ to: '/stories', word: 'stories.title', icon: BookIcon, key: 'g s' }];

/** The screens that the navigation leads somebody of a role to, in order. */
export function destinations(role: Session['role']): readonly Destination[] {
  return ALL.filter(({ roles }) => roles === undefined || roles.includes(role));
}

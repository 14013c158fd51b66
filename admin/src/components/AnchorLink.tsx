import { Anchor } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to a screen, as links look here. */
export const AnchorLink = createLink(Anchor<'a'>);

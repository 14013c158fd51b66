import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { useAnyNotice } from './components/notify';
import { styleNonce } from './nonce';
import { router } from './router';
import { theme } from './theme';

const colorSchemes = localStorageColorSchemeManager({ key: 'gainsay-color-scheme' });

/** Not needed before something has been done. */
const Notices = lazy(() => import('./components/Notices').then(({ Notices: Loaded }) => ({ default: Loaded })));

export function App(): ReactElement {
  const isTelling = useAnyNotice();
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      getStyleNonce={styleNonce}
    >
      <RouterProvider router={router} />
      <Suspense>{isTelling && <Notices />}</Suspense>
    </MantineProvider>
  );
}

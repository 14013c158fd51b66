import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compress.js';
import { screenPaths } from './paths.js';

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Where `npm run panel:dev` finds a running service. */
const service = process.env.GAINSAY_URL ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: folder('admin'),
  base: '/',
  plugins: [react(), screenPaths(folder('admin/src/screens')), compressed()],
  // The service puts a nonce of its own in place of this word into each page that it sends.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: folder('dist/panel'),
    emptyOutDir: true,
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // Everything has an address with its hash in it; the policy lets no data: addresses in.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/uploads'].map((path) => [path, { target: service, ws: path === '/graphql' }]),
    ),
  },
});

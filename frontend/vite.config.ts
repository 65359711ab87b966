import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { guide } from './scripts/guide.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [guide(), svelte()],
  resolve: {
    alias: {
      $lib: at('./src/lib'),
      $ui: at('./src/ui'),
      $features: at('./src/features'),
      $views: at('./src/views'),
      $styles: at('./src/styles'),
      $catalogues: at('../backend/locale/catalogues'),
      $tables: at('../backend/locale/tables'),
      $testdata: at('../backend/locale/testdata'),
      $guide: at('../docs/guide'),
      $wailsjs: at('./wailsjs'),
    },
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  build: { target: 'safari17', emptyOutDir: true },
  test: { environment: 'jsdom' },
});

import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/', 'wailsjs/', 'public/', 'node_modules/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      // A test kit's class with only a constructor, and sets that nothing on the screen depends on, are fine.
      '@typescript-eslint/no-extraneous-class': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      // The way between views is the hash; there is no router of SvelteKit.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
    },
  },
  { files: ['scripts/**', 'src/arch.test.ts'], rules: { 'no-console': 'off' } },
);

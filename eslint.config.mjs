import eslint from '@eslint/js';
import communityNodes from '@n8n/eslint-plugin-community-nodes';
import prettier from 'eslint-config-prettier';
import regexp from 'eslint-plugin-regexp';
import globals from './scripts/lib/lint-globals.mjs';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', 'coverage/', '.runtime/'] },
	eslint.configs.recommended,
	...tseslint.configs.recommended,
	{
		files: ['**/*.{js,mjs}'],
		languageOptions: { globals },
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
	{
		files: ['package.json', 'nodes/**/*.ts', 'credentials/**/*.ts'],
		extends: [communityNodes.configs.recommendedWithoutN8nCloudSupport],
		rules: {
			// The one exception: IMAP, SMTP, SQL and zod are what these nodes are made of. It costs
			// verification by n8n (for n8n Cloud), which is not a goal: see docs/decisions/0002.
			'@n8n/community-nodes/no-runtime-dependencies': 'off',
		},
	},
	{
		// The domain knows nothing of n8n: it throws its own errors, and node files turn them into
		// n8n's with toNodeError.
		files: ['nodes/**/*.ts'],
		ignores: ['nodes/**/*.node.ts'],
		rules: { '@n8n/community-nodes/require-node-api-error': 'off' },
	},
	{
		// The plug-in reads package.json as one expression.
		files: ['package.json'],
		rules: { '@typescript-eslint/no-unused-expressions': 'off' },
	},
	{
		// A pattern meets text that anybody may send: its time may not run away with the length of it.
		files: ['nodes/**/*.ts'],
		plugins: { regexp },
		rules: {
			'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
			'regexp/no-super-linear-move': ['error', { report: 'certain', ignoreSticky: true }],
		},
	},
	{
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			// An array index in a loop over that array, and regular-expression groups that always match.
			'@typescript-eslint/no-non-null-assertion': 'off',
		},
	},
	prettier,
);

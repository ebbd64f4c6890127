/** What plain JavaScript files may use without importing it. */
export default {
	process: 'readonly',
	console: 'readonly',
	module: 'writable',
	require: 'readonly',
	exports: 'writable',
	__dirname: 'readonly',
	Buffer: 'readonly',
	URL: 'readonly',
	setTimeout: 'readonly',
	clearTimeout: 'readonly',
	setInterval: 'readonly',
	clearInterval: 'readonly',
	fetch: 'readonly',
	AbortSignal: 'readonly',
};

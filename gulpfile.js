// Builds dist/ the way n8n loads it: compiled TypeScript, with the icons, codex files and the
// trained model beside the node that uses them.
const { execFileSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const { dest, parallel, series, src } = require('gulp');

const clean = async () => rmSync('dist', { recursive: true, force: true });

const compile = async () => {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
		stdio: 'inherit',
	});
};

/** Icons are binary to gulp: without `encoding: false` a PNG would be damaged. */
const copyAssets = () =>
	src(
		[
			'nodes/**/*.{svg,png}',
			'nodes/**/*.node.json',
			'nodes/**/model/*.json',
			'nodes/**/data/*.json',
			'nodes/**/codebook.md',
			'nodes/**/*.typ',
		],
		{
			encoding: false,
			base: 'nodes',
		},
	).pipe(dest('dist/nodes'));

/** What the classifier learned from, so that it can learn on from there. */
const copyCorpus = () =>
	src('test/corpus/train-*.jsonl', { encoding: false }).pipe(
		dest('dist/nodes/SignalClassifier/training/corpus'),
	);

const copyIcons = () => src('icons/*.svg', { encoding: false, allowEmpty: true }).pipe(dest('dist/icons'));

exports.build = series(clean, parallel(compile, copyAssets, copyCorpus, copyIcons));
exports.assets = parallel(copyAssets, copyCorpus, copyIcons);
exports.default = exports.build;

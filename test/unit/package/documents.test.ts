import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

const documents = [
	...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(ROOT, name)),
	...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => join(ROOT, 'docs', name)),
];

/** Anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string): string =>
	heading
		.replace(/[`*_]/g, '')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N} -]/gu, '')
		.replaceAll(' ', '-');

const anchorsIn = (file: string): string[] =>
	[...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

/** Links to files and headings of this project that lead nowhere. */
function brokenLinks(file: string): string[] {
	const targets = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
	return targets.filter((target) => {
		if (/^[a-z]+:/i.test(target)) return false;
		const [path, anchor] = target.split('#') as [string, string?];
		const linked = path ? resolve(dirname(file), path) : file;
		if (!existsSync(linked)) return true;
		return anchor !== undefined && linked.endsWith('.md') && !anchorsIn(linked).includes(anchor);
	});
}

describe('the documents', () => {
	it.each(documents.map((file) => [file.slice(ROOT.length + 1), file]))(
		'link to what is there: %s',
		(_, file) => {
			expect(brokenLinks(file)).toEqual([]);
		},
	);

	it('install the package without a second n8n-workflow, whose errors n8n would not know', () => {
		const installs = documents.flatMap(
			(file) => readFileSync(file, 'utf8').match(/npm install [^\n`]*\.tgz/g) ?? [],
		);
		expect(installs.length).toBeGreaterThan(1);
		expect(installs.filter((install) => !install.includes('--omit=peer'))).toEqual([]);
	});

	it('show every picture that is kept', () => {
		const shown = documents.map((file) => readFileSync(file, 'utf8')).join('\n');
		const unused = readdirSync(join(ROOT, 'docs', 'images')).filter(
			(name) => !shown.includes(`images/${name}`),
		);
		expect(unused).toEqual([]);
	});
});

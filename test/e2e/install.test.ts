import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmptyN8n, type N8nServer } from '../support/n8n-server';
import { pathWithPublishedPackage } from '../support/published-package';

jest.setTimeout(5 * 60_000);

interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	installedNodes: { type: string }[];
}

const ROOT = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
	name: string;
	version: string;
	n8n: { nodes: string[]; credentials: string[] };
};
const nameIn = (file: string) => {
	const [name] = file.split('/').at(-1)!.split('.');
	return name![0]!.toLowerCase() + name!.slice(1);
};

/** What belongs in the package: what n8n loads, what an administrator imports, and what people read. */
const BELONGS = [
	/^dist\/(nodes|credentials)\/[\w/-]+(\.node|\.credentials)?\.js$/,
	/^dist\/nodes\/\w+\/\w+\.node\.json$/,
	/^dist\/nodes\/[\w/-]+\/(model|data)\/[\w-]+\.json$/,
	// What the classifier learns anew from, what a chat model is told, and the form of the report.
	/^dist\/nodes\/SignalClassifier\/(training\/corpus\/train-\d+\.jsonl|codebook\.md)$/,
	/^dist\/nodes\/SupplierReport\/output\/pdf\/report\.typ$/,
	/^dist\/(icons|nodes\/\w+)\/[\w.-]+\.svg$/,
	/^workflows\/\d\d-[\w-]+\.json$/,
	/^docs\/[\w/-]+\.(md|png)$/,
	/^(README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/,
];

describe('the package', () => {
	const [{ files }] = JSON.parse(
		execFileSync('npm', ['pack', '--dry-run', '--json'], {
			cwd: ROOT,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	) as [{ files: { path: string }[] }];
	const paths = files.map(({ path }) => path);

	it('has nothing in it that does not belong there', () => {
		expect(paths.filter((path) => !BELONGS.some((pattern) => pattern.test(path)))).toEqual([]);
	});

	it('has every node and credential that it names', () => {
		expect(paths).toEqual(expect.arrayContaining([...manifest.n8n.nodes, ...manifest.n8n.credentials]));
	});
});

describe('installing the package by Settings, Community Nodes, in an empty n8n', () => {
	let folder: string;
	let n8n: N8nServer;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'regie-install-'));
		const path = pathWithPublishedPackage(join(folder, 'bin'), process.env.PATH!);
		n8n = await startEmptyN8n(join(folder, 'n8n'), path);
	});
	afterAll(async () => {
		await n8n?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it('gives every node and every credential, without a restart', async () => {
		const installed = await n8n.api.send<InstalledPackage>('post', '/rest/community-packages', {
			name: manifest.name,
		});

		expect(installed.installedVersion).toBe(manifest.version);
		const nodes = manifest.n8n.nodes.map((file) => `${manifest.name}.${nameIn(file)}`);
		const types = installed.installedNodes.map(({ type }) => type);
		expect(types.sort()).toEqual(nodes.sort());

		const offered = await n8n.api.get<{ name: string }[]>('/types/nodes.json');
		expect(offered.map(({ name }) => name)).toEqual(expect.arrayContaining(nodes));
		const credentials = await n8n.api.get<{ name: string }[]>('/types/credentials.json');
		expect(credentials.map(({ name }) => name)).toEqual(
			expect.arrayContaining(manifest.n8n.credentials.map(nameIn)),
		);
	});

	it('lets a register be tested, which needs the libraries that came along', async () => {
		const register = {
			name: 'Signalenregister',
			type: 'signalRegisterApi',
			data: { databaseFile: join(folder, 'register.sqlite') },
		};
		const { id } = await n8n.api.send<{ id: string }>('post', '/rest/credentials', register);
		const test = await n8n.api.send('post', '/rest/credentials/test', { credentials: { id, ...register } });
		expect(test).toMatchObject({ status: 'OK' });
	});

	it('takes it away again', async () => {
		await n8n.api.send('delete', `/rest/community-packages?name=${manifest.name}`);
		expect(await n8n.api.get<InstalledPackage[]>('/rest/community-packages')).toEqual([]);
	});
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
	version: string;
	license?: string;
	dev?: boolean;
	peer?: boolean;
	hasInstallScript?: boolean;
}

const { packages } = JSON.parse(
	readFileSync(join(__dirname, '..', '..', '..', 'package-lock.json'), 'utf8'),
) as { packages: Record<string, LockedPackage> };

/** What comes along with the package on a server of n8n. */
const shipped = Object.entries(packages).filter(([path, { dev, peer }]) => path !== '' && !dev && !peer);

/** Licences that ask for no more than that they, and whom it is from, are named. */
const PERMISSIVE = [
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'CC-BY-3.0',
	'ISC',
	'MIT',
	'MIT-0',
	'OFL-1.1',
	'PSF-2.0',
	'Unlicense',
];

/** Packages that name their licence in a way that the lock file does not take over. */
const NAMED_OTHERWISE: Record<string, string> = { 'node_modules/jstat': 'MIT' };

describe('what comes along with the package', () => {
	it('has no install scripts, which n8n would not run', () => {
		expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
	});

	it('has licences that anybody can agree to', () => {
		const others = shipped.filter(([path, { license }]) => {
			const choices = (license ?? NAMED_OTHERWISE[path] ?? '').replace(/[()]/g, '').split(/ or /i);
			return !choices.some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.includes(one)));
		});
		expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
	});
});

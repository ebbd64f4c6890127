import { accessSync, constants, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, SetupError } from './run.mjs';
import { say } from './say.mjs';

/** The Debian packages that the programs come in. */
const PACKAGES = {
	dovecot: ['dovecot-core', 'dovecot-imapd'],
	openssl: ['openssl'],
	chromium: ['chromium'],
	postgres: ['postgresql'],
	'redis-server': ['redis-server'],
	python3: ['python3'],
	make: ['make'],
	'g++': ['g++'],
};

/** What the tests need. */
const FOR_TESTS = ['dovecot', 'openssl', 'postgres', 'redis-server', 'chromium'];
/** What the modules of n8n that are not in JavaScript are built with, where they cannot be downloaded ready-made. */
export const FOR_BUILDING = ['python3', 'make', 'g++'];

/** Debian keeps each version of PostgreSQL in a folder of its own, outside the path. */
const postgresFolders = () =>
	existsSync('/usr/lib/postgresql')
		? readdirSync('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin'))
		: [];

const isThere = (program) =>
	[...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', ...postgresFolders()].some((folder) => {
		try {
			accessSync(join(folder, program), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});

/**
 * Installs programs as root on Debian; elsewhere it says what to install.
 * @param {(keyof typeof PACKAGES)[]} [programs]
 * @returns {Promise<boolean>} whether anything was missing
 */
export async function ensureDebianPackages(programs = FOR_TESTS) {
	const packages = programs.filter((program) => !isThere(program)).flatMap((program) => PACKAGES[program]);
	if (packages.length === 0) return false;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new SetupError(
			`This needs programs that are not on this machine. Install them first, on Debian or Ubuntu with:\n   sudo apt-get install ${packages.join(' ')}`,
		);
	}
	say(`→ Programma's installeren: ${packages.join(', ')}`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	// The tests start their own servers; Debian's must not start one of its own meanwhile.
	const policy = '/usr/sbin/policy-rc.d';
	const ours = !existsSync(policy);
	if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
	try {
		await run('Pakketlijst ophalen', 'apt-get', ['update'], { env });
		await run('Installeren', 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
	} finally {
		if (ours) rmSync(policy, { force: true });
	}
	return true;
}

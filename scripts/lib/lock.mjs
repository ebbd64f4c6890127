import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const isAlive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
};

/** Whether this process got the lock; a lock of a process that is gone is taken over. */
function take(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		const holder = Number(readFileSync(file, 'utf8'));
		// An empty file: its maker is between making and writing it.
		if (holder && !isAlive(holder)) rmSync(file, { force: true });
		return false;
	}
}

/**
 * Runs `work` while no other process on this machine does the same.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {string} waitingFor said once when another process is at it
 * @returns {Promise<T>}
 */
export async function withLock(file, work, waitingFor) {
	mkdirSync(dirname(file), { recursive: true });
	let told = false;
	while (!take(file)) {
		if (!told) say(`   ${waitingFor}`);
		told = true;
		await sleep(500);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, IdleConnections, type Reusable } from '../../../nodes/shared/storage/idle-connections';

describe('connections that nobody uses', () => {
	let folder: string;
	let file: string;
	let idle: IdleConnections<Connection>;

	class Connection implements Reusable {
		readonly identity = identityOf(file);
		closed = false;
		clean = true;
		readonly file = file;

		isClean(): boolean {
			return this.clean;
		}

		close(): void {
			this.closed = true;
		}
	}

	beforeEach(() => {
		jest.useFakeTimers();
		folder = mkdtempSync(join(tmpdir(), 'idle-'));
		file = join(folder, 'register.sqlite');
		writeFileSync(file, '');
		idle = new IdleConnections();
	});
	afterEach(() => {
		idle.closeAll();
		jest.useRealTimers();
		rmSync(folder, { recursive: true, force: true });
	});

	it('are used again, by one at a time', () => {
		const connection = new Connection();
		expect(idle.take(file)).toBeUndefined();
		idle.putBack(connection);
		expect(idle.take(file)).toBe(connection);
		expect(idle.take(file)).toBeUndefined();
		expect(connection.closed).toBe(false);
	});

	it('are closed after a while, and when the program ends', () => {
		const listeners = process.listenerCount('exit');
		const [soon, atExit] = [new Connection(), new Connection()];
		idle.putBack(soon);
		jest.advanceTimersByTime(60_000);
		expect(soon.closed).toBe(true);
		expect(idle.take(file)).toBeUndefined();
		expect(process.listenerCount('exit')).toBe(listeners);
		idle.putBack(atExit);
		expect(process.listenerCount('exit')).toBe(listeners + 1);
		idle.closeAll();
		expect(atExit.closed).toBe(true);
	});

	it('are not used for a file that took the place of theirs, or that is gone', () => {
		const [replaced, removed] = [new Connection(), new Connection()];
		idle.putBack(replaced);
		writeFileSync(`${file}-kopie`, '');
		renameSync(`${file}-kopie`, file);
		expect(idle.take(file)).toBeUndefined();
		expect(replaced.closed).toBe(true);
		idle.putBack(removed);
		rmSync(file);
		expect(idle.take(file)).toBeUndefined();
		expect(removed.closed).toBe(true);
	});

	it('are not kept with something of their last use left, or when there are many', () => {
		const left = new Connection();
		left.clean = false;
		idle.putBack(left);
		expect(left.closed).toBe(true);
		const many = Array.from({ length: 10 }, () => new Connection());
		for (const one of many) idle.putBack(one);
		expect(many.filter(({ closed }) => !closed)).toHaveLength(4);
	});
});

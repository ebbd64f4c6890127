import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kept inputs of a parser: those that once reached new code, and those that once broke a promise. */
export class FuzzCorpus {
	private readonly folder: string;

	constructor(target: string, top = join(__dirname, '..', '..', 'test', 'fuzz', 'corpus')) {
		this.folder = join(top, target);
	}

	/** In the order of their names. */
	inputs(): Array<{ name: string; content: Buffer }> {
		if (!existsSync(this.folder)) return [];
		return readdirSync(this.folder)
			.sort()
			.map((name) => ({ name, content: readFileSync(join(this.folder, name)) }));
	}

	/** Keeps an input under a name that its content gives it. @returns the path of the file */
	keep(kind: 'new' | 'defect', content: Uint8Array): string {
		mkdirSync(this.folder, { recursive: true });
		const name = `${kind}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
		const file = join(this.folder, name);
		writeFileSync(file, content);
		return file;
	}
}

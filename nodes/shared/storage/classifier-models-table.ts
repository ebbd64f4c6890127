import type { ClassifierModels, ModelRecord, NewModel } from './classifier-models';
import { writeTransaction, type RegisterDatabase } from './database';
import { RegisterError } from './register-error';

const COLUMNS = ['version', 'actor', 'created_at', 'in_use', 'in_use_since', 'report'] as const;

/** The versions of the classifier's model, in the register's database. */
export class ClassifierModelsTableStore implements ClassifierModels {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async versionInUse(): Promise<string | null> {
		const row = await this.db
			.selectFrom('classifier_models')
			.select('version')
			.where('in_use', '=', 1)
			.executeTakeFirst();
		return row?.version ?? null;
	}

	async file(version: string): Promise<string | undefined> {
		const row = await this.db
			.selectFrom('classifier_models')
			.select('file')
			.where('version', '=', version)
			.executeTakeFirst();
		return row?.file;
	}

	async add({ version, file, report, actor, use }: NewModel): Promise<ModelRecord> {
		return await writeTransaction(this.db, async (db) => {
			await db
				.insertInto('classifier_models')
				.values({
					version,
					file,
					report: JSON.stringify(report),
					actor,
					created_at: this.now().toISOString(),
					in_use: 0,
					in_use_since: null,
				})
				.onConflict((conflict) => conflict.column('version').doNothing())
				.execute();
			if (use) await this.putInUse(db, version);
			return (await recordsOf(db)).find((record) => record.version === version)!;
		});
	}

	async use(version: string | null): Promise<void> {
		await writeTransaction(this.db, async (db) => await this.putInUse(db, version));
	}

	async list(): Promise<ModelRecord[]> {
		return await recordsOf(this.db);
	}

	private async putInUse(db: RegisterDatabase, version: string | null): Promise<void> {
		const known = await recordsOf(db);
		if (version !== null && !known.some((record) => record.version === version)) {
			const versions = known.map((record) => record.version).join(', ') || 'none but the one of the package';
			throw new RegisterError(
				`There is no model ${version} in the register.`,
				`Choose a version that is there: ${versions}. Leave it empty for the model of the package.`,
			);
		}
		if (known.find((record) => record.inUse)?.version === version) return;
		await db.updateTable('classifier_models').set({ in_use: 0 }).execute();
		if (version === null) return;
		await db
			.updateTable('classifier_models')
			.set({ in_use: 1, in_use_since: this.now().toISOString() })
			.where('version', '=', version)
			.execute();
	}
}

async function recordsOf(db: RegisterDatabase): Promise<ModelRecord[]> {
	const rows = await db
		.selectFrom('classifier_models')
		.select(COLUMNS)
		.orderBy('created_at', 'desc')
		.orderBy('version')
		.execute();
	return rows.map((row) => ({
		version: row.version,
		actor: row.actor,
		createdAt: row.created_at,
		inUse: row.in_use === 1,
		inUseSince: row.in_use_since,
		report: JSON.parse(row.report) as Record<string, unknown>,
	}));
}

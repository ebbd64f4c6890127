import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { makeCertificate } from '../../support/certificate';
import { startPostgres, type PostgresForTests } from '../../support/postgres';
import { signalFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const claim = { by: 'run 1', minutes: 10 };
const folder = temporaryFolder();

let server: PostgresForTests;
let settings: RegisterSettings;
beforeAll(async () => {
	server = await startPostgres({ certificate: makeCertificate(folder) });
}, 60_000);
afterAll(async () => await server.stop());
beforeEach(async () => {
	settings = await server.newDatabase();
});

const opened = async (changes: RegisterSettings = {}) => {
	const register = await Register.open({ ...settings, ...changes });
	await register.close();
};

describe('opening', () => {
	it('goes by a connection string too', async () => {
		const { user, password, port } = server;
		const secretConnectionString = `postgresql://${user}:${password}@127.0.0.1:${port}/${settings.databaseName}`;
		await opened({ connectBy: 'connectionString', secretConnectionString, host: 'elders' });
		await opened();
	});

	it.each([
		['a wrong host', { host: 'geen-server.invalid' }, /cannot be found/, /Check Host/],
		['a wrong port', { port: 1 }, /does not answer at 127\.0\.0\.1:1/, /Check Host and Port/],
		['a wrong password', { password: 'fout' }, /does not let regie in/, /Check User and Password/],
		['no password', { password: '' }, /does not let regie in/, /Check User and Password/],
		['a database that is not there', { databaseName: 'weg' }, /no database weg/, /CREATE DATABASE "weg"/],
		['an untrusted certificate', { ssl: true }, /certificate.*not trusted/, /NODE_EXTRA_CA_CERTS/],
		['fields left empty', { host: '', user: '' }, /lacks Host, User/, /choose SQLite File/],
		[
			'something that is no connection string',
			{ connectBy: 'connectionString', secretConnectionString: 'Server=x;Database=y' },
			/is not one/,
			/postgresql:\/\/user:password@host/,
		],
	] as Array<[string, RegisterSettings, RegExp, RegExp]>)(
		'says what is wrong and what to do about %s',
		async (_what, changes, message, hint) => {
			const opening = opened(changes);
			await expect(opening).rejects.toThrow(message);
			await expect(opening).rejects.toMatchObject({ hint: expect.stringMatching(hint) });
		},
	);

	it('encrypts, also when the certificate may be anybody’s', async () => {
		await opened({ ssl: true, allowUnauthorizedCerts: true });
	});

	it('says which right is missing when the user may not make tables', async () => {
		await server.run(`create role lezer login password 'lezer'`);
		const opening = opened({ user: 'lezer', password: 'lezer' });
		await expect(opening).rejects.toThrow(/cannot be written in the database/);
		await expect(opening).rejects.toMatchObject({ hint: expect.stringContaining('OWNER TO "lezer"') });
	});

	it('makes the tables once when several runs find an empty database', async () => {
		await Promise.all(Array.from({ length: 4 }, () => opened()));
	});
});

describe('a run', () => {
	const nobodyIsLeft = async () =>
		(await server.run(`select 1 from pg_stat_activity where application_name = 'n8n-nodes-regie'`)).length ===
		0;

	it('has one connection, and gives it back', async () => {
		const register = await Register.open(settings);
		await Promise.all([1, 2, 3].map((id) => register.register(signalFor(`<${id}@x>`), claim)));
		expect(await nobodyIsLeft()).toBe(false);
		await register.close();
		expect(await nobodyIsLeft()).toBe(true);
	});

	it('says that nothing was lost when the connection breaks, and keeps nothing of what it was doing', async () => {
		const register = await Register.open(settings);
		const work = register.together(async (all) => {
			await all.register(signalFor('<1@x>'), claim);
			await server.run(
				`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'n8n-nodes-regie'`,
			);
			await all.register(signalFor('<2@x>'), claim);
		});
		await expect(work).rejects.toThrow(/connection with PostgreSQL at 127\.0\.0\.1 broke/);
		await expect(work).rejects.toMatchObject({ hint: expect.stringContaining('Nothing was lost') });
		expect(await register.search({})).toEqual([]);
		await register.close();
	});

	it('can be looked in when it can only be read, as on a standby, and says so when something is written', async () => {
		await (await Register.open(settings)).close();
		await server.run(`alter database "${settings.databaseName}" set default_transaction_read_only = on`);
		const register = await Register.open(settings);
		expect(await register.search({})).toEqual([]);
		const writing = register.register(signalFor('<1@x>'), claim);
		await expect(writing).rejects.toThrow(/can only be read at PostgreSQL on 127\.0\.0\.1/);
		await expect(writing).rejects.toMatchObject({ hint: expect.stringContaining('fill in the primary') });
		await register.close();
	});

	it('keeps a mail with characters that PostgreSQL does not take', async () => {
		const register = await Register.open(settings);
		const text = 'voor\0na \uD800 einde';
		const { signal } = await register.register(signalFor('<1@x>', { text, subject: '\0' }), claim);
		expect(signal).toMatchObject({ text, subject: '\0' });
		await register.close();
	});
});

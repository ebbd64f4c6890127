import { RegisterError } from './register-error';

/** Where the register is, for people. */
export interface PostgresServer {
	host: string;
	port: number;
	database: string;
	user: string;
}

type Explanation = (server: PostgresServer, message: string) => [what: string, hint: string];

const NOTHING_LOST = 'The mails stay in the mailbox until this is mended.';

const noAnswer: Explanation = ({ host, port }, message) => [
	`PostgreSQL does not answer at ${host}:${port} (${message}).`,
	`Check Host and Port in the credential of the register, that PostgreSQL runs, and that no firewall is between. ${NOTHING_LOST}`,
];
const unknownHost: Explanation = ({ host }) => [
	`The PostgreSQL server ${host} cannot be found.`,
	`Check Host in the credential of the register. ${NOTHING_LOST}`,
];
const refusedLogin: Explanation = ({ user, host }, message) => [
	`PostgreSQL at ${host} does not let ${user} in (${message}).`,
	`Check User and Password in the credential of the register, and that pg_hba.conf lets n8n in. ${NOTHING_LOST}`,
];
const untrusted: Explanation = ({ host }, message) => [
	`The certificate of PostgreSQL at ${host} is not trusted (${message}).`,
	'Use the host name that is in the certificate, or give n8n the certificate of its issuer with NODE_EXTRA_CA_CERTS.',
];
const broken: Explanation = ({ host }, message) => [
	`The connection with PostgreSQL at ${host} broke (${message}).`,
	'Nothing was lost: run the workflow again when the server can be reached.',
];
const notWritable: Explanation = ({ database, user }, message) => [
	`The register cannot be written in the database ${database} (${message}).`,
	`Give ${user} the right to make and change tables there: ALTER DATABASE "${database}" OWNER TO "${user}". ${NOTHING_LOST}`,
];

/** By code of PostgreSQL (appendix A of its manual), of Node's network or of its TLS. */
const EXPLANATIONS: Record<string, Explanation> = {
	ECONNREFUSED: noAnswer,
	ETIMEDOUT: noAnswer,
	EHOSTUNREACH: noAnswer,
	ENETUNREACH: noAnswer,
	ENOTFOUND: unknownHost,
	EAI_AGAIN: unknownHost,
	'28000': refusedLogin,
	'28P01': refusedLogin,
	'3D000': ({ database, host }) => [
		`There is no database ${database} at PostgreSQL on ${host}.`,
		`Make it (CREATE DATABASE "${database}"), or correct Database in the credential of the register. ${NOTHING_LOST}`,
	],
	'42501': notWritable,
	'25006': ({ database, host }, message) => [
		`The register in the database ${database} can only be read at PostgreSQL on ${host} (${message}).`,
		`Host is perhaps that of a standby: fill in the primary in the credential of the register, or end the read-only mode. ${NOTHING_LOST}`,
	],
	'53100': ({ host }, message) => [
		`The disk of PostgreSQL on ${host} is full (${message}).`,
		`Make room there, or let its administrator do so. ${NOTHING_LOST}`,
	],
	'53300': ({ host }) => [
		`PostgreSQL at ${host} has no connection left.`,
		`Raise max_connections, or lower the concurrency of n8n's workers: each run of a register node needs one connection.`,
	],
	'55P03': ({ database }) => [
		`The register in ${database} was busy for more than 30 seconds.`,
		'Nothing was lost: run the workflow again. When it keeps happening, look in pg_stat_activity for who holds the lock.',
	],
	ECONNRESET: broken,
	EPIPE: broken,
	'57P01': broken,
	'57P02': broken,
	'57P03': broken,
	'25P03': broken,
	'08003': broken,
	'08006': broken,
	DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
	SELF_SIGNED_CERT_IN_CHAIN: untrusted,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
	CERT_HAS_EXPIRED: untrusted,
	ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
};

/** Errors of `pg` itself, that carry no code. */
const BY_WORDS: ReadonlyArray<readonly [RegExp, Explanation]> = [
	[/timeout exceeded when trying to connect/, noAnswer],
	[/Connection terminated|Client has encountered a connection error|not queryable/, broken],
	[/password must be a string|no password/i, refusedLogin],
	[
		/does not support SSL/,
		({ host }) => [
			`PostgreSQL at ${host} does not offer SSL.`,
			'Switch SSL on in PostgreSQL. On a network that you trust you can switch off SSL in the credential of the register.',
		],
	],
];

/** The error with what is wrong and what to do about it, where that is known. The code stays on it as its cause. */
export function explainPostgres(error: unknown, server: PostgresServer): unknown {
	const { code = '', message = String(error) } = (error ?? {}) as { code?: string; message?: string };
	const explanation = EXPLANATIONS[code] ?? BY_WORDS.find(([words]) => words.test(message))?.[1];
	if (!explanation) return error;
	return new RegisterError(...explanation(server, message || code), { cause: error });
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for 127.0.0.1 that nobody vouches for, as PEM files; `ca` is what would make it trusted. */
export function makeCertificate(folder: string): { cert: string; key: string; ca: string } {
	const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
	execFileSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
			...['-subj', '/CN=mail.example', '-addext', 'subjectAltName=IP:127.0.0.1'],
			...['-keyout', key, '-out', cert],
		],
		{ stdio: 'ignore' },
	);
	return { cert, key, ca: readFileSync(cert, 'utf8') };
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/**
 * A PATH on which npm answers as if this package, as `npm pack` makes it here, were published on the public
 * registry. n8n asks nowhere else without a licence. Everything else goes to the npm of this machine, and to
 * the registry that it is set to.
 * @param folder where the stand-in is put
 */
export function pathWithPublishedPackage(folder: string, path: string): string {
	const npm = execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
	const manifest = readFileSync(join(ROOT, 'package.json'), 'utf8');
	const { name, version } = JSON.parse(manifest) as { name: string; version: string };
	mkdirSync(folder, { recursive: true });
	const script = `#!/bin/sh
for argument; do
	shift
	case "$argument" in
		--registry=*) ;;
		${name}@*) set -- "$@" "${ROOT}" ;;
		*) set -- "$@" "$argument" ;;
	esac
done
if [ "$1" = view ]; then echo '"${version}"'; else exec "${npm}" "$@"; fi
`;
	writeFileSync(join(folder, 'npm'), script, { mode: 0o755 });
	return [folder, path].join(delimiter);
}

import { trimOf } from './trim';

const LONGEST_NAME = 150;

/**
 * A file name that is safe to save under: without folders, control and direction characters, and what
 * Windows refuses; `fallback` when nothing is left.
 */
export function cleanFileName(name: string, fallback: string): string {
	const last = name.split(/[\\/]/).at(-1)!;
	const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/\s+/g, ' ');
	const safe = trimOf(visible, '. ');
	if (safe === '') return fallback;
	if (safe.length <= LONGEST_NAME) return safe;
	const dot = safe.lastIndexOf('.');
	const extension = dot > 0 && safe.length - dot <= 10 ? safe.slice(dot) : '';
	return safe.slice(0, LONGEST_NAME - extension.length).replace(/[\uD800-\uDBFF]$/, '') + extension;
}

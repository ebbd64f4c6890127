const DISK_CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** Whether n8n's own disk is in the way: full, over its quota, not to be written, broken, or with too many files open. */
export const isDiskError = (error: unknown): boolean =>
	DISK_CODES.has((error as { code?: string } | null)?.code ?? '');
